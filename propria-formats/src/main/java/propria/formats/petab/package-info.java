/// Parameter estimation problems in PEtab, versions 1 and 2 (Schmiester and others 2021,
/// doi:10.1371/journal.pcbi.1008646): a YAML file that names models and tables. [propria.formats.petab.PetabReader] reads a
/// problem into records, [propria.formats.petab.PetabWriter] writes it back, `check` holds one class a rule that a problem
/// must keep. Every record knows its file, line and column.
@NullMarked
package propria.formats.petab;

import org.jspecify.annotations.NullMarked;
