import { hidden, region } from './dom.ts';

/** Says something once to those who cannot see; at most every two seconds. */
export function createAnnouncer(): (text: string) => void {
  const live = region('#live');
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    const say = (): void => {
      last = Date.now();
      live.replaceChildren(hidden(text));
    };
    const wait = last + 2000 - Date.now();
    if (wait <= 0) say();
    else timer = setTimeout(say, wait);
  };
}
