import type { Problem } from '../types';
import { t } from '../text';

/** What is wrong, in the words of the command line: what, where, why, how to mend, code. */
export function Problems(props: { list: Problem[]; quiet?: boolean }) {
  if (props.list.length === 0) return null;
  return (
    <ul class="problems" role={props.quiet ? undefined : 'alert'}>
      {props.list.map((p, i) => <li key={i} class={p.severity}>
        <b>{t(p.severity === 'error' ? 'problem.error' : 'problem.warning')}</b> {p.what} {p.code && <code>{p.code}</code>}
        {p.line > 0 && <span class="soft"> {`${p.file}:${p.line}:${p.column}`}</span>}
        {p.why && <><br />{p.why}</>}
        {p.fix && <><br /><span class="fix">{t('problem.fix', { fix: p.fix })}</span></>}
      </li>)}
    </ul>
  );
}
