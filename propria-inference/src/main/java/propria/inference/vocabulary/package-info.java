/// The words of evidence tables and what they mean in the terms of the model: `library/calibration/vocabulary.yaml`.
@NullMarked
package propria.inference.vocabulary;

import org.jspecify.annotations.NullMarked;
