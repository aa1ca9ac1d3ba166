/// What a study is, as records: arms, regimens, phases, endpoints.
@NullMarked
package propria.study;

import org.jspecify.annotations.NullMarked;
