/** What the server answers. Numbers that JSON has no word for come as texts and are read by `number`. */
export interface Problem { severity: string; code: string; file: string; line: number; column: number; what: string; why: string; fix: string }
export interface Version { number: number; parent: number; note: string }
export interface StudyAnswer { name: string; text: string; version: number; undo: boolean; redo: boolean; versions: Version[]; problems: Problem[] }
export interface Story { id: string; title: string; question: string; mirrors: string }
export interface Product { id: string; name: string; kind: string; doseUnit: string; routes: string[] }
export interface Insult { id: string; name: string; unit: string; kind: string; maximum: number }
export interface Population { id: string; name: string; species: string; strain: string }
export interface Observable { id: string; name: string; unit: string; better: string; species: string }
export interface Route { id: string; name: string }
export interface Choice { text: string; right: boolean; reason: string }
export interface Question { text: string; choices: Choice[] }
export interface Slider { label: string; path: string; unit: string; low: number; high: number; step: number }
export interface Step { text: string; look: string; slider: Slider[]; question: Question[] }
export interface Lesson { id: string; title: string; about: string; study: string; steps: Step[] }
export interface Library { stories: Story[]; products: Product[]; insults: Insult[]; populations: Population[]; observables: Observable[]; routes: Route[] }
export interface LibraryAnswer { version: string; library: Library; lessons: Lesson[] }
export interface Shown { id: string; name: string; unit: string; better: string }
export interface ArmCourse { id: string; name: string; role: string; courses: number[][] }
export interface Preview { times: number[]; arms: ArmCourse[]; observables: Shown[] }
export type Stage = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'STOPPED';
export interface Job { id: string; study: string; stage: Stage; done: number; total: number; seconds: number; run: string | null; summary: string | null; problems: Problem[] }
export interface RunHeadline { name: string; study: string; title: string; created: string }
export interface Band { arm: string; observable: string; day: number; unit: string; n: number; mean: number; sd: number; q05: number; q25: number; q50: number; q75: number; q95: number }
export interface Dose { product: string; productName: string; amount: number; unit: string; route: string; day: number }
export interface ManifestArm { id: string; name: string; role: string; doses: Dose[] }
export interface Phase { name: string; from: number; to: number; insults: { name: string; value: number; unit: string }[] }
export interface Endpoint { id: string; arm: string; estimate: number; lower: number; upper: number; comparator: string; effect: number | null; effectLower: number; effectUpper: number; level: number; contains: string }
export interface Measurement { arm: string; observable: string; day: number; value: number; unit: string; spread: number | null; spreadKind: string; n: string; source: string; place: string; comparator: string; predictedLow: number; predictedMedian: number; predictedHigh: number; inside: string }
export interface Influence { endpoint: string; parameter: string; name: string; correlation: number; low: number; high: number }
export interface SourceRow { key: string; title: string; citation: string; identifier: string; status: string; date: string; authority: string; notice: string; usedBy: number }
export interface Run {
  name: string; answer: string; contains: string; further: string[]; doubts: string[]; summary: string;
  study: { id: string; title: string; question: string; mirrors: string; notes: string }; created: string; seed: number;
  draws: { requested: number; used: number; redrawn: number }; subjects: { perArm: number; simulated: number; failed: number };
  evidence: { sourced: number; assumed: number; flagged: number; asOf: string };
  arms: ManifestArm[]; phases: Phase[]; observables: (Shown & { range: { low: number; high: number } | null })[];
  bands: Band[]; means: Band[]; endpoints: Endpoint[]; measurements: Measurement[]; influences: Influence[]; sources: SourceRow[];
}
export interface Middle { value: number; lower: number; upper: number }
export interface WhyPath { id: string; name: string; lost: Middle; without: Middle; parameters: string[] }
export interface Why { endpoint: string; observable: string; unit: string; effect: Middle; draws: number; paths: WhyPath[] }
export interface Organ { id: string; name: string; species: string[] }
export interface NetworkNode { id: string; name: string; organ: string }
export interface NetworkEdge { from: string; to: string; makes: boolean; reaction: number; name: string; place: string }
export interface Network { organs: Organ[]; nodes: NetworkNode[]; edges: NetworkEdge[]; reactions: string[] }
export interface NetworkAnswer { network: Network; courses: Preview }
export interface Glyph { part: string; name: string; quantity: string; low: number; high: number }
export interface Published { id: string; citation: string; standing: string; flagged: boolean; sameRoute: boolean; lower: number; equal: number; higher: number }
export interface Similar { all: number; studies: Published[] }
