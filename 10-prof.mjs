import { createEngine } from '/tmp/w/10/dist/index.js';
import { createDirectReader } from '/tmp/w/10/dist/readback/index.js';
import { toSource } from '/tmp/w/10/bench/source.mjs';
import { renderNaively } from '/tmp/w/10/bench/naive-pdfkit.mjs';
const reader = createDirectReader();
const engine = await createEngine({ brand: 'fixtures/classic-comp/brand.json' }, reader);
let s=1;
const cpu=async(n,f)=>{const c=process.cpuUsage();for(let i=0;i<n;i++)await f();const {user,system}=process.cpuUsage(c);return (user+system)/1000/n};
for(let i=0;i<60;i++){const src=toSource(10,s++);const {pdf}=engine.render(src);await engine.validate(pdf,src,{strict:true,rerender:false});}
console.log('render',await cpu(60,()=>engine.render(toSource(10,s++))));
const src=toSource(10,s++);const {pdf}=engine.render(src);
console.log('read plain',await cpu(40,()=>reader.read(pdf)));
console.log('read sights',await cpu(40,()=>reader.read(pdf,{sights:true})));
console.log('validate strict',await cpu(40,()=>engine.validate(pdf,src,{strict:true,rerender:false})));
console.log('naive',await cpu(20,()=>renderNaively(10,s++)));
