/** A stand-in for Dintero: a real HTTP server with state, which can be told to misbehave. It knows nothing of our code. */
export { type KillReport, killIssue } from './kill-loop.ts';
export type { Misbehaviour } from './misbehaviour.ts';
export { authorise, BILLING_ADDRESS, ITEMS, ORDER, SESSION_REQUEST } from './order.ts';
export { type Seen, type StandIn, startStandIn } from './stand-in.ts';
export type { Json } from './world.ts';
