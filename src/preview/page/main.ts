import type {
  BoxDetails,
  Catalog,
  Choice,
  DifferenceEvent,
  ElementDetails,
  FaultEvent,
  OtherPreviews,
  PageDetails,
  ProofEvent,
  RenderedEvent,
  StructureDetails,
} from '../messages.ts';
import type { Actions } from './actions.ts';
import { createAnnouncer } from './announce.ts';
import { Canvas } from './canvas.ts';
import { describeVerdict, drawBar } from './draw-bar.ts';
import { drawPanel } from './draw-panel.ts';
import { drawRail } from './draw-rail.ts';
import { drawStatus } from './draw-status.ts';
import { listenToKeys } from './keyboard.ts';
import { fetchJson, post } from './requests.ts';
import { chosenBox, createState, differenceOf, placeKey, proofOf, type State, writeAddress } from './state.ts';
import { nextStep } from './zoom.ts';

/** Said only where rendering takes longer; most of the time it does not. */
const RENDERING_SHOWS_MS = 300;

const catalog = await fetchJson<Catalog>('/api/catalog');
if (catalog === null) throw new Error('the server answers nothing');
let state: State = createState(catalog);
let source: EventSource | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Whether the server has been asked about an element, and has not answered yet. */
let isAsking = false;
/** The newest revision that the server speaks of; what is older is dropped. */
let newest = 0;

const actions: Actions = {
  choose(change) {
    const fixture =
      change.fixture === undefined ? undefined : catalog.fixtures.find(({ key }) => key === change.fixture);
    const own = fixture === undefined ? {} : { brand: fixture.brand, locale: fixture.locale, kind: fixture.kind };
    const choice: Choice = { ...state.choice, ...own, ...change };
    update({ choice, others: null, notice: null, selected: 0, pinned: null, hovered: null, tag: null });
    connect();
  },
  setView(view) {
    const isOther = (view === 'page') !== (state.view === 'page');
    const zooms = isOther ? { zoom: state.otherZoom, otherZoom: state.zoom } : {};
    update({ ...zooms, view, selected: 0, hovered: null, isHelpOpen: false });
    fetchDetails();
    if (view === 'facts') show(0);
    if (view === 'compare') findOthers();
  },
  setPage(page, scroll = true) {
    const count = state.rendered?.pages.length ?? 1;
    const next = Math.min(Math.max(1, Math.round(page)), count);
    update({ page: next });
    if (scroll) canvas.scrollTo(next);
    fetchDetails();
  },
  setZoom: (zoom) => update({ zoom }),
  stepZoom: (direction) => update({ zoom: { mode: 'scale', scale: nextStep(canvas.scale, direction) } }),
  toggleRail: () => update({ rail: !state.rail }),
  setFilter: (filter) => update({ filter }),
  toggleGroup(name) {
    const openGroups = new Set(state.openGroups);
    if (!openGroups.delete(name)) openGroups.add(name);
    update({ openGroups });
  },
  step(direction) {
    const count = countSteps();
    if (count > 0) show((state.selected + direction + count) % count);
  },
  select: show,
  hover(page, index) {
    const hovered = index === null ? null : { page, index };
    if (hovered?.index === state.hovered?.index && hovered?.page === state.hovered?.page) return;
    state = { ...state, hovered };
    canvas.drawOverlays(state);
    if (state.pinned === null) drawPanel(state, actions);
    void fetchElement();
  },
  pin(page, index) {
    update({ pinned: { page, index } });
    void fetchElement();
  },
  unpin: () => update({ pinned: null, tag: null, isHelpOpen: false }),
  selectTag(tag, page) {
    update({ tag });
    if (page === null) return;
    if (page !== state.page) actions.setPage(page);
    const box = state.details.get(page)?.tags.find(({ number }) => number === tag)?.box;
    if (box !== undefined) canvas.scrollToBox(page, box.y);
  },
  toggleOverlay: (name) => update({ show: { ...state.show, [name]: !state.show[name] } }),
  compareAs: (compareAs) => update({ compareAs }),
  moveSlider: (percent) => update({ slider: Math.min(100, Math.max(0, percent)) }),
  stepFault(direction) {
    const count = state.fault?.faults.length ?? 1;
    update({ faultIndex: (state.faultIndex + direction + count) % count });
  },
  openPlace(place) {
    const query = new URLSearchParams({ ...state.choice });
    const { file, line, column } = place;
    void post(`/api/${state.rendered?.revision ?? 0}/open?${query}`, { file, line, column }).then(({ refused }) => {
      if (refused !== null) update({ notice: { text: refused, canUndo: false } });
    });
  },
  copy(text) {
    void navigator.clipboard.writeText(text).then(
      () => update({ notice: { text: 'Copied', canUndo: false } }),
      () => update({ notice: { text: 'The browser does not let the page copy', canUndo: false } }),
    );
  },
  approve(all) {
    const revision = state.rendered?.revision ?? 0;
    void post(`/api/${revision}/${all ? 'approve-all' : 'approve'}`, {}).then(({ refused }) => {
      const text = refused ?? (all ? 'Approved all' : 'Approved');
      update({ notice: { text, canUndo: refused === null }, selected: 0, others: all ? null : state.others });
      // What is wrong or faulty was not approved with the rest, so they are looked at again.
      if (all) findOthers();
      announce(text);
    });
  },
  undo() {
    void post(`/api/${state.rendered?.revision ?? 0}/undo`, {}).then(({ refused }) => {
      update({ notice: { text: refused ?? 'Taken back', canUndo: false }, others: null });
      if (state.view === 'compare') findOthers();
    });
  },
  download() {
    const { rendered, fault } = state;
    if (rendered === null || fault !== null) return;
    const link = document.createElement('a');
    link.href = `/api/${rendered.revision}/document.pdf`;
    link.download = rendered.fileName;
    link.click();
  },
  toggleHelp: () => update({ isHelpOpen: !state.isHelpOpen }),
  toggleKeys() {
    localStorage.setItem('keys', state.keysOff ? 'on' : 'off');
    update({ keysOff: !state.keysOff });
  },
};

const canvas = new Canvas(actions);
const announce = createAnnouncer();
listenToKeys(() => state, actions);
matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => update({}));
update({});
connect();

function update(change: Partial<State>, ready?: ReadonlyMap<string, HTMLImageElement>): void {
  state = { ...state, ...change };
  writeAddress(state);
  document.title = titleOf();
  drawBar(state, actions);
  drawRail(state, actions);
  drawPanel(state, actions);
  canvas.draw(state, ready);
  drawStatus(state, canvas.scale, actions);
}

function titleOf(): string {
  const fixture = catalog?.fixtures.find(({ key }) => key === state.choice.fixture)?.label ?? '';
  const parts =
    state.fault === null ? [state.choice.template, fixture] : [describeVerdict(state).text, state.choice.template];
  return `${parts.join(', ')} — fakturapress preview`;
}

/** One stream for one choice; a choice opens another, and the server forgets the old. */
function connect(): void {
  source?.close();
  newest = 0;
  const stream = new EventSource(`/api/events?${new URLSearchParams({ ...state.choice })}`);
  source = stream;
  const on = <Event>(kind: string, hear: (event: Event) => void): void => {
    stream.addEventListener(kind, (message) => {
      if (source === stream) hear(JSON.parse((message as MessageEvent<string>).data) as Event);
    });
  };
  stream.onopen = () => {
    // Behind a restarted server revisions count from 1 again.
    newest = 0;
    if (state.isLost) update({ isLost: false });
  };
  stream.onerror = () => update({ isLost: true });
  on<{ revision: number }>('rendering', ({ revision }) => {
    newest = revision;
    clearTimeout(waiting);
    waiting = setTimeout(() => update({ isRendering: true }), RENDERING_SHOWS_MS);
  });
  on<RenderedEvent>('rendered', (event) => void receive(event));
  on<ProofEvent>('proof', (proof) => {
    if (proof.revision < newest) return;
    const isShown = proof.revision === state.rendered?.revision;
    update({ proof });
    if (isShown) announceVerdict();
    if (isShown && state.view === 'facts') show(0);
  });
  on<DifferenceEvent>('difference', (difference) => {
    if (difference.revision < newest) return;
    update({ difference });
    if (state.view === 'compare') findOthers();
  });
  on<FaultEvent>('fault', (fault) => {
    if (fault.revision < newest) return;
    newest = fault.revision;
    clearTimeout(waiting);
    update({ fault, faultIndex: 0, isRendering: false, notice: null });
  });
}

/** Shows a new document once the pictures in view are there: no flash, no blank, and nothing else moves. */
async function receive(rendered: RenderedEvent): Promise<void> {
  if (rendered.revision < newest) return;
  newest = rendered.revision;
  const page = Math.min(state.page, rendered.pages.length);
  const next: State = { ...state, rendered, page };
  const [ready, details] = await Promise.all([canvas.prepare(next), fetchNearDetails(next)]);
  const pinned = findAgain(details);
  const elements = await fetchPinned(rendered.revision, pinned, details);
  if (rendered.revision < newest) return;
  clearTimeout(waiting);
  const renderedAt = new Date().toTimeString().slice(0, 8);
  const kept = {
    page,
    details,
    structure: null,
    fault: null,
    isRendering: false,
    renderedAt,
    others: null,
    notice: null,
  };
  update({ rendered, ...kept, pinned, elements, hovered: null }, ready);
  if (proofOf(state) !== null) announceVerdict();
  fetchDetails();
}

/** The box that was chosen, by its place in the template, in the pages that were made anew. */
function findAgain(details: ReadonlyMap<number, PageDetails>): State['pinned'] {
  const { pinned } = state;
  const old = pinned === null ? undefined : state.details.get(pinned.page)?.boxes[pinned.index];
  const boxes = pinned === null ? undefined : details.get(pinned.page)?.boxes;
  if (pinned === null || old === undefined || boxes === undefined) return null;
  const isSame = (index: number): boolean => {
    const box = boxes[index];
    return box?.file === old.file && box.line === old.line && box.column === old.column;
  };
  if (isSame(pinned.index)) return pinned;
  const index = boxes.findIndex((_, candidate) => isSame(candidate));
  return index < 0 ? null : { page: pinned.page, index };
}

function announceVerdict(): void {
  const count = state.rendered?.pages.length ?? 0;
  announce(`Rendered, ${count === 1 ? '1 page' : `${count} pages`}, ${describeVerdict(state).text.toLowerCase()}`);
}

async function fetchNearDetails(next: State): Promise<Map<number, PageDetails>> {
  const details = new Map<number, PageDetails>();
  if (next.view === 'page' || next.view === 'compare') return details;
  const found = await fetchJson<PageDetails>(`/api/${next.rendered?.revision}/pages/${next.page}.json`);
  if (found !== null) details.set(next.page, found);
  return details;
}

/** What the current view needs to know about the pages near, and has not asked for yet. */
function fetchDetails(): void {
  const { view, rendered, page, structure } = state;
  if (rendered === null || view === 'page' || view === 'compare') return;
  for (const near of [page, page + 1, page - 1]) {
    if (near < 1 || near > rendered.pages.length || state.details.has(near)) continue;
    void fetchJson<PageDetails>(`/api/${rendered.revision}/pages/${near}.json`).then((found) => {
      if (found === null || state.rendered?.revision !== rendered.revision) return;
      const isFirst = state.details.size === 0;
      update({ details: new Map(state.details).set(near, found) });
      if (isFirst && view === 'facts') show(state.selected);
    });
  }
  if (view !== 'structure' || structure !== null) return;
  void fetchJson<StructureDetails>(`/api/${rendered.revision}/structure`).then((found) => {
    if (found !== null && state.rendered?.revision === rendered.revision) update({ structure: found });
  });
}

/** Asks about the chosen box, one question at a time: the pointer may be over another before the answer has come. */
async function fetchElement(): Promise<void> {
  const { rendered, elements } = state;
  const box = chosenBox(state);
  if (isAsking || box === null || rendered === null || elements.has(placeKey(box))) return;
  isAsking = true;
  elements.set(placeKey(box), await askElement(rendered.revision, box));
  isAsking = false;
  canvas.drawOverlays(state);
  drawPanel(state, actions);
  void fetchElement();
}

/** The element of the box that stays chosen, so that a reload does not empty the panel in between. */
async function fetchPinned(
  revision: number,
  pinned: State['pinned'],
  details: ReadonlyMap<number, PageDetails>,
): Promise<State['elements']> {
  const box = pinned === null ? undefined : details.get(pinned.page)?.boxes[pinned.index];
  return box === undefined ? new Map() : new Map([[placeKey(box), await askElement(revision, box)]]);
}

function askElement(revision: number, { file, line, column }: BoxDetails): Promise<ElementDetails | null> {
  const query = new URLSearchParams({ file, line: String(line), column: String(column) });
  return fetchJson<ElementDetails>(`/api/${revision}/element?${query}`);
}

function findOthers(): void {
  const { rendered, others, isFindingOthers } = state;
  if (rendered === null || others !== null || isFindingOthers || differenceOf(state) === null) return;
  update({ isFindingOthers: true });
  void fetchJson<OtherPreviews>(`/api/${rendered.revision}/others`).then((found) => {
    const isCurrent = state.rendered?.revision === rendered.revision;
    update({ isFindingOthers: false, others: isCurrent ? found : state.others });
    if (!isCurrent && state.view === 'compare') findOthers();
  });
}

function countSteps(): number {
  return state.view === 'compare'
    ? (differenceOf(state)?.differences?.length ?? 0)
    : (proofOf(state)?.wrong.length ?? 0);
}

/** Looks at one wrong fact or difference, and brings its place into view. */
function show(index: number): void {
  update({ selected: index });
  const difference = state.view === 'compare' ? differenceOf(state)?.differences?.[index] : undefined;
  const wrong = state.view === 'facts' ? proofOf(state)?.wrong[index] : undefined;
  const marked = state.details.get(wrong?.page ?? state.page)?.facts.find(({ name }) => name === wrong?.name)?.boxes[0];
  const spot =
    difference?.after ?? (wrong === undefined ? null : { page: wrong.page ?? state.page, box: wrong.box ?? marked });
  if (spot?.box !== undefined) canvas.scrollToBox(spot.page, spot.box.y);
}
