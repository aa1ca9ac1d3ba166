/// What falls when sources fall. [propria.study.retraction.Support] says what each number stands on and what it falls back
/// to, [propria.study.retraction.SourceInfluence] estimates from the draws of a run what the endpoints would be without any
/// set of sources, and is what a report needs to switch sources off. The exact answer is another run, with the priors that
/// [propria.study.retraction.Support#without] gives: `propria.study.run.RetractionRun`.
///
/// A calibrated study will re-fit instead of re-drawing: [propria.study.retraction.Support#without] is where the prior of a
/// number comes from, and a posterior takes its place there.
@NullMarked
package propria.study.retraction;

import org.jspecify.annotations.NullMarked;
