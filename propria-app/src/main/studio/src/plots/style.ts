/** How an arm looks: colour, dash and marker together, so that none is told by colour alone. A second arm of a role has an open marker and a finer dash. */
export interface ArmStyle { className: string; dash: string; marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross'; open: boolean }

const ROLES: Record<string, Omit<ArmStyle, 'open'>> = {
  vehicle: { className: 'arm-vehicle', dash: '1.5 4', marker: 'circle' },
  naive_msc: { className: 'arm-naive', dash: '', marker: 'square' },
  primed_msc: { className: 'arm-primed', dash: '8 4', marker: 'triangle' },
  exosome: { className: 'arm-exosome', dash: '9 3 2 3', marker: 'diamond' },
  standard_of_care: { className: 'arm-care', dash: '14 4', marker: 'cross' },
  untreated: { className: 'arm-untreated', dash: '4 2', marker: 'circle' },
};

export function styles(arms: { id: string; role: string }[]): Map<string, ArmStyle> {
  const seen = new Map<string, number>();
  return new Map(arms.map(arm => {
    const base = ROLES[arm.role] ?? { className: 'arm-plain', dash: '3 2', marker: 'circle' as const };
    const before = seen.get(base.className) ?? 0;
    seen.set(base.className, before + 1);
    return [arm.id, before === 0 ? { ...base, open: false } : { ...base, dash: before === 1 ? '5 2 1 2' : '2 2', open: true }];
  }));
}

export function marker(kind: ArmStyle['marker'], x: number, y: number, r = 4.2): string {
  switch (kind) {
    case 'circle': return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 'square': return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
    case 'triangle': return `M${x} ${y - r * 1.2}L${x + r * 1.1} ${y + r}H${x - r * 1.1}Z`;
    case 'diamond': return `M${x} ${y - r * 1.3}L${x + r * 1.3} ${y}L${x} ${y + r * 1.3}L${x - r * 1.3} ${y}Z`;
    case 'cross': return `M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}`;
  }
}
