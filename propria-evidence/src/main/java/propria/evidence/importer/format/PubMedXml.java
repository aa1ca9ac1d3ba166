package propria.evidence.importer.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import propria.evidence.Authority;
import propria.evidence.Identifiers;
import propria.evidence.Integrity.Status;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Format;
import propria.evidence.importer.work.Imported;
import propria.evidence.importer.work.Notice;
import propria.evidence.importer.work.Work;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// PubMed XML as E-utilities return it, read as a stream. External entities and document types are not followed.
public final class PubMedXml {

    private static final String NO_IDENTIFIER = "";

    private final TextFile file;
    private final List<Problem> warnings;
    private final List<Work> works = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Notice> own = new ArrayList<>();
    private int rows;
    private WorkBuilder work;
    private String family = "";
    private String initials = "";
    private String idType = NO_IDENTIFIER;
    private String refType = "";
    private String refSource = "";
    private String refPmid = "";
    private boolean preprint;
    private SourceLocation place;

    private PubMedXml(TextFile file) {
        this.file = file;
        this.warnings = new ArrayList<>();
        this.place = file.at(1, 1);
        this.work = new WorkBuilder(place, warnings);
    }

    /// @throws ProblemException E203 when the file ends within an element, E204 when it is not XML
    public static Imported read(TextFile file) {
        PubMedXml reader = new PubMedXml(file);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(file.path())) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                reader.event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            throw reader.broken(e);
        } catch (IOException e) {
            throw TextFile.unreadable(file.path(), e);
        }
        return new Imported(Format.PUBMED_XML, reader.rows, reader.works, reader.notices, reader.warnings);
    }

    private ProblemException broken(XMLStreamException e) {
        SourceLocation at = e.getLocation() == null
                ? place
                : file.at(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        String message = String.valueOf(e.getMessage());
        boolean end = message.contains("start and end within the same entity") || message.contains("end of file")
                || message.contains("Premature");
        return end
                ? TextFile.endsEarly(at, path.isEmpty() ? "nothing: it is empty" : "`" + path.peek() + "`")
                : new ProblemException(Problem.error("E204", at, "this is not XML",
                        message.lines().reduce((_, last) -> last).orElse("").strip(),
                        "download the file again"));
    }

    private void event(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> {
                end(path.pop());
                if (!isMarkup(xml.getLocalName())) {
                    text.setLength(0);
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
            default -> {
            }
        }
    }

    private static boolean isMarkup(String element) {
        return List.of("i", "b", "u", "sub", "sup").contains(element);
    }

    private void start(XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (isMarkup(element)) {
            path.push(element);
            return;
        }
        text.setLength(0);
        path.push(element);
        switch (element) {
            case "PubmedArticle", "PubmedBookArticle" -> {
                place = file.at(xml.getLocation().getLineNumber(), 1);
                work = new WorkBuilder(place, warnings);
                own.clear();
                preprint = false;
                rows++;
            }
            case "ArticleId" -> idType = attribute(xml, "IdType");
            case "ELocationID" -> idType = attribute(xml, "EIdType");
            case "CommentsCorrections" -> {
                refType = attribute(xml, "RefType");
                refSource = "";
                refPmid = "";
            }
            default -> {
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue("", name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private void end(String element) {
        if (path.contains("ReferenceList")) {
            return;
        }
        String value = text.toString().strip();
        if (path.contains("CommentsCorrectionsList")) {
            correction(element, value);
            return;
        }
        switch (element) {
            case "PMID" -> {
                if ("MedlineCitation".equals(path.peek())) {
                    work.pmid(value);
                }
            }
            case "ArticleId", "ELocationID" -> identifier(value);
            case "LastName", "CollectiveName" -> family = value;
            case "Initials" -> initials = value;
            case "Author" -> {
                work.author(family, initials);
                family = "";
                initials = "";
            }
            case "PubmedArticle", "PubmedBookArticle" -> finish();
            default -> bibliography(element, value);
        }
    }

    private void bibliography(String element, String value) {
        switch (element) {
            case "ArticleTitle", "BookTitle" -> work.title(value);
            case "ISOAbbreviation", "Title" -> work.journal(value);
            case "Year", "MedlineDate" -> {
                if (path.contains("PubDate")) {
                    work.year(value);
                }
            }
            case "Volume" -> work.volume(value);
            case "Issue" -> work.issue(value);
            case "MedlinePgn" -> work.pages(value);
            case "PublicationType" -> {
                work.type(value);
                preprint |= value.equals("Preprint");
            }
            default -> {
            }
        }
    }

    private void identifier(String value) {
        switch (idType) {
            case "doi" -> work.doi(value);
            case "pmc" -> work.pmcid(value);
            case "pubmed" -> work.pmid(value);
            default -> {
            }
        }
    }

    private void correction(String element, String value) {
        switch (element) {
            case "RefSource" -> refSource = value;
            case "PMID" -> refPmid = value;
            case "CommentsCorrections" -> {
                String citation = refSource + (refPmid.isEmpty() ? "" : " PMID: " + refPmid);
                Optional<Status> said = refType.equals("updatein") && preprint
                        ? Optional.of(Status.PREPRINT_SUPERSEDED)
                        : NoticeText.pubmed(refType);
                said.ifPresent(s -> own.add(new Notice(work.identifiers(), NoticeText.cited(s, citation, place))));
                Optional<Status> other = NoticeText.pubmedOfOthers(refType);
                if (other.isPresent() && !refPmid.isEmpty()) {
                    notices.add(new Notice(new Identifiers(Optional.empty(), Optional.of(refPmid), Optional.empty(),
                            Optional.empty()), ofOther(other.get())));
                }
            }
            default -> {
            }
        }
    }

    /// This record is itself the notice; its own date is that of the notice where it is whole, which only its citation at
    /// the other record says, so it is left out here.
    private propria.evidence.Integrity ofOther(Status status) {
        return NoticeText.said(status, Optional.empty(), work.identifiers().pmid().map(p -> "PMID:" + p),
                Authority.PUBMED, place);
    }

    private void finish() {
        work.build().ifPresent(works::add);
        Identifiers about = work.identifiers();
        if (own.isEmpty()) {
            notices.add(NoticeText.none(about, Authority.PUBMED, place));
        }
        own.forEach(notice -> notices.add(new Notice(about, notice.said())));
    }
}
