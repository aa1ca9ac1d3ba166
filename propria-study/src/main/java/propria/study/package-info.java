/// What a study is, as records: arms that receive regimens of products, phases that expose to insults, observables that
/// are measured and endpoints that compare. All times are in days from day 0 of the study; nothing here reads a file or
/// simulates. To give studies a new key, add it to a record here and to its reader in `propria.study.file`.
@NullMarked
package propria.study;

import org.jspecify.annotations.NullMarked;
