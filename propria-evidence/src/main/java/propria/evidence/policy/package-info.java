/// What a study does with numbers whose sources are in doubt. [propria.evidence.policy.IntegrityPolicy] is written in the
/// study file; [propria.evidence.policy.IntegrityPolicy#decide] turns it into one decision a number.
@NullMarked
package propria.evidence.policy;

import org.jspecify.annotations.NullMarked;
