/// What every format comes down to: [propria.evidence.importer.work.Work] is a publication,
/// [propria.evidence.importer.work.Notice] what an authority says about one, [propria.evidence.importer.work.Imported] the
/// contents of a file.
@NullMarked
package propria.evidence.importer.work;

import org.jspecify.annotations.NullMarked;
