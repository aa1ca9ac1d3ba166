/** What the server answers. Numbers that JSON has no word for come as texts and are read by `number`. */
export interface Problem { severity: string; code: string; file: string; line: number; column: number; what: string; why: string; fix: string }
export interface Version { number: number; parent: number; note: string }
export interface StudyAnswer { name: string; text: string; version: number; undo: boolean; redo: boolean; versions: Version[]; problems: Problem[]; protocol: Protocol }
export interface Story { id: string; title: string; question: string; mirrors: string; citation: string; trial: boolean }
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
export interface Job { id: string; kind: 'study' | 'trial' | 'cohort'; study: string; stage: Stage; words: string; done: number; total: number; seconds: number; run: string | null; summary: string | null; early: Early | null; problems: Problem[] }
export interface Early { kind: 'effect' | 'power'; name: string; unit: string; value: number; lower: number; upper: number; count: number }
export interface RunHeadline { kind: 'study' | 'trial'; name: string; study: string; title: string; created: string }
export interface Band { arm: string; observable: string; day: number; unit: string; n: number; mean: number; sd: number; q05: number; q25: number; q50: number; q75: number; q95: number }
export interface Dose { product: string; productName: string; amount: number; unit: string; route: string; day: number }
export interface ManifestArm { id: string; name: string; role: string; doses: Dose[] }
export interface Phase { name: string; from: number; to: number; insults: { name: string; value: number; unit: string }[] }
export interface Endpoint { id: string; arm: string; estimate: number; lower: number; upper: number; comparator: string; effect: number | null; effectLower: number; effectUpper: number; level: number; contains: string }
export interface Measurement { arm: string; observable: string; day: number; value: number; unit: string; spread: number | null; spreadKind: string; n: string; source: string; place: string; comparator: string; predictedLow: number; predictedMedian: number; predictedHigh: number; inside: string }
export interface Influence { endpoint: string; parameter: string; name: string; correlation: number; low: number; high: number }
export interface SourceRow { key: string; title: string; citation: string; identifier: string; status: string; date: string; authority: string; notice: string; usedBy: number }
export interface Run {
  kind: 'study'; name: string; answer: string; contains: string; further: string[]; doubts: string[]; summary: string;
  study: { id: string; title: string; question: string; mirrors: string; notes: string }; created: string; seed: number;
  draws: { requested: number; used: number; redrawn: number }; subjects: { perArm: number; simulated: number; failed: number };
  evidence: { sourced: number; assumed: number; flagged: number; asOf: string };
  arms: ManifestArm[]; phases: Phase[]; observables: (Shown & { range: { low: number; high: number } | null })[];
  bands: Band[]; means: Band[]; endpoints: Endpoint[]; measurements: Measurement[]; influences: Influence[]; sources: SourceRow[];
  forecasts: Forecast[]; calibrated: boolean; fittedToThisStudy: boolean; mode: Mode | null; names: { id: string; name: string; unit: string; better: string }[];
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
export interface ProtocolEntry { at: string; frozen: boolean; sha256: string; note: string }
export interface Protocol { frozen: boolean; all: ProtocolEntry[] }
export interface Mode { confirmatory: boolean; planSha256: string; frozenAt: string; startedAt: string; deviations: string[] }
export interface Forecast { endpoint: string; arm: string; comparator: string; lower: number; median: number; upper: number; showsLower: number; showsNone: number; showsHigher: number; reason: string }
export interface Target { id: string; name: string; indication: string }
export interface TrialWords { targets: Target[]; methods: string[]; rules: string[]; scores: string[]; analyses: { word: string; fits: string }[]; strategies: string[] }
export interface TrialEstimate { courses: number; people: number; trials: number; seconds: number; choosing: number }
export interface Operating { bank: string; population: string; patients: number; day: number; estimand: string; arm: string; measure: string; value: number; error: number; trials: number }
export interface PlaceboRow { rule: string; met: number; seen: number; published: string; inside: boolean }
export interface TrialManifest {
  study: { id: string; title: string; question: string }; population: string; arms: string[]; patients: number; trials: number; seed: number; threads: number;
  bank: { draws: number; patients_per_draw: number; typical_patients: number; cohort?: string }; screened: number; entered: number; failed_patients: number;
  seconds: { patients: number; trials: number }; warnings: string[]; design: string; summary_sha256: string;
  beliefs?: { said: string };
  inputs?: { file: string; sha256: string }[];
}
export interface TrialRun { kind: 'trial'; name: string; manifest: TrialManifest; operating: Operating[]; placebo: PlaceboRow[]; robustness: Record<string, string>[]; further: Record<string, Record<string, string>[]>; files: string[]; mode: Mode | null }
export interface CohortReading { name: string; target: number[]; expected: number[]; recorded: number[]; source: string; logarithmic: boolean }
export interface CohortPair { first: string; second: string; target: number; expected: number; error: number; recorded: number }
export interface CohortFacts { draw: number; patients: number; effective: number; simulations: number; failures: number; at_bound: number; missed: number; seconds: number }
export interface Cohort { name: string; title: string; facts: { population: string; method: string; patients: number; draws: number; seed: number; empty_draws: number[]; made: CohortFacts[] }; readings: CohortReading[]; pairs: CohortPair[] }
export interface Prediction { id: string; name: string; arm: string; compared: boolean; with: Middle; without: Middle; error: number; moved: boolean; holds: boolean; doubt: Doubt | null }
/** Why the fast estimate is no ground for a verdict. */
export type Doubt = 'few_draws' | 'beyond';
export interface SourcesOff { off: string[]; rerun: boolean; numbers: string[]; measurements: number; predictions: Prediction[]; draws: number; holds: boolean }
export interface Alone { key: string; status: string; numbers: number; orphans: number; measurements: number; main: Middle; holds: boolean; doubt: Doubt | null }
export interface SubjectPair { draw: number; number: number; treated: number; control: number }
export interface SubjectEffects { endpoint: string; arm: string; comparator: string; all: number; subjects: SubjectPair[] }
export interface SubjectCourse { draw: number; subject: number; points: { arm: string; observable: string; day: number; value: number }[] }
export interface Bar { parameter: string; name: string; value: number; unit: string; less: number; more: number; over: { less: Middle; more: Middle } | null }
export interface Tornado { endpoint: string; observable: string; unit: string; effect: number; draws: number; bars: Bar[] }
export interface DoseResponse { arm: string; product: string; endpoint: string; observable: string; unit: string; doseUnit: string; doses: number[]; own: number; curve: number[]; days: number[]; ownDay: number; surface: number[][]; tested: { study: string; dose: number; product: string }[]; draws: number; band: Middle[] }
export interface Learned { parameter: string; why: string; stage: string; priorLow: number; prior: number; priorHigh: number; low: number; median: number; high: number; gone: number; verdict: string }
export interface ForestRow { id: string; study: string; citation: string; arm: string; outcome: string; unit: string; day: number; observed: number; median: number; low: number; high: number; standing: string; flagged: boolean; sameRoute: boolean }
export interface Forest { rows: ForestRow[] }
