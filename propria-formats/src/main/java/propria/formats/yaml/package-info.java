/// A strict reader for the YAML that people write: every value knows its place, aliases and duplicate keys are refused,
/// unknown keys are named with the nearest known one. [propria.formats.yaml.YamlReader] reads a file,
/// [propria.formats.yaml.YamlMapping] answers for its keys.
@NullMarked
package propria.formats.yaml;

import org.jspecify.annotations.NullMarked;
