/// What all importers need to read text: [propria.evidence.importer.text.TextFile] decodes a file whatever its encoding,
/// [propria.evidence.importer.text.CsvRows] reads tables row by row, [propria.evidence.importer.text.JsonFile] finds the
/// line of each JSON item, [propria.evidence.importer.text.HtmlText] and [propria.evidence.importer.text.LatexText] turn
/// markup into characters, [propria.evidence.importer.text.Dates] reads dates in the many ways that they are written.
@NullMarked
package propria.evidence.importer.text;

import org.jspecify.annotations.NullMarked;
