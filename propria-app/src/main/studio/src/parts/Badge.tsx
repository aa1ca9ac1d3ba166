import { t } from '../text';

const SHAPES: Record<string, string> = {
  ok: 'M2 7l3.5 3.5L12 3', concern: 'M7 1l6.5 11.5h-13Z', retracted: 'M7 1a6 6 0 1 0 .01 0ZM3 3l8 8M11 3l-8 8', unknown: 'M4 4.4a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1-1.4 2.1M7 11.6v1.2',
};

/** The standing of a source: a shape and a word, never a colour alone. */
export function Badge(props: { status: string; date?: string; authority?: string }) {
  const kind = props.status === 'ok' || props.status === 'reinstated' ? 'ok' : props.status === 'retracted' || props.status === 'replaced' ? 'retracted' : props.status === 'not_checked' || props.status === '' ? 'unknown' : 'concern';
  const word = props.status.replaceAll('_', ' ') || t('badge.unknown');
  return <span class={`badge ${kind}`}><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><path d={SHAPES[kind]} /></svg>{word}{props.date ? ` ${props.date}` : ''}{props.authority ? ` (${props.authority})` : ''}</span>;
}
