import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How wide a picture is on the page [px], so that its words are as large as those around it whatever its column; within limits, beyond which it is scrolled or drawn larger. */
export function useWidth(least = 420, most = 900): [number, { current: SVGSVGElement | null }] {
  const picture = useRef<SVGSVGElement | null>(null);
  const [width, setWidth] = useState(680);
  useLayoutEffect(() => {
    const room = picture.current?.parentElement;
    if (!room) return undefined;
    const measure = () => { if (room.clientWidth > 0) setWidth(Math.round(Math.min(most, Math.max(least, room.clientWidth)))); };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(room);
    return () => watch.disconnect();
  }, [least, most]);
  return [width, picture];
}

/** A text as long as a room lets it be; about six and a half pixels a letter. */
export const fitted = (text: string, room: number, letter = 6.6): string => {
  const most = Math.max(6, Math.floor(room / letter));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};

/** The same in two lines, parted between words. */
export function wrapped(text: string, room: number, letter = 6.6): string[] {
  const most = Math.max(6, Math.floor(room / letter));
  if (text.length <= most) return [text];
  const parts = text.split(/(?<=[ -])/);
  let first = '';
  while (parts.length > 1 && (first + parts[0]!).trimEnd().length <= most) first += parts.shift()!;
  return first === '' ? [fitted(text, room, letter)] : [first.trimEnd(), fitted(parts.join(''), room, letter)];
}
