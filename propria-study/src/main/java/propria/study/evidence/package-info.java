/// What the numbers outside the model stand on: [propria.study.evidence.LibraryNumbers] names every number that a product,
/// a population, an insult or an assay brings, [propria.study.evidence.MeasuredEvidence] what a published value rests on,
/// [propria.study.evidence.Coverage] counts them. Where a library file learns a new number, name it here.
@NullMarked
package propria.study.evidence;

import org.jspecify.annotations.NullMarked;
