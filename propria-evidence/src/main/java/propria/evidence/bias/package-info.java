/// How likely a study is to mislead by the way it was done: [propria.evidence.bias.RiskOfBias] holds one answer for each
/// question of a published tool, the ten of SYRCLE for animal studies or the five domains of RoB 2 for trials. Nothing is
/// added up: neither tool has a score. To add a tool, add it and its items to the two enums; no other Java changes.
@NullMarked
package propria.evidence.bias;

import org.jspecify.annotations.NullMarked;
