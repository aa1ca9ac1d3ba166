package propria.formats.sbml.comp;

import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;

/// Follows references into instances: by port, id, unit or metaid, and on into submodels.
final class References {

    /// An element and the instance that it belongs to.
    record Target(Instance instance, XmlElement element) {
    }

    private References() {
    }

    /// What a reference names.
    ///
    /// @param instance where to look
    /// @param reference a deletion, replacement, port or further reference
    static Target resolve(Instance instance, XmlElement reference) {
        Target target = here(instance, reference);
        Optional<XmlElement> further = Comp.first(reference, "sBaseRef");
        if (further.isEmpty()) {
            return target;
        }
        Instance inside = target.element().is(Comp.NAMESPACE, "submodel")
                ? target.instance().inner(Comp.required(target.element(), "id"))
                        .orElseThrow(() -> missing(reference, "the submodel"))
                : instanceOf(target, reference);
        return resolve(inside, further.get());
    }

    private static Instance instanceOf(Target target, XmlElement reference) {
        throw Comp.problem(reference, "<" + target.element().name() + "> is no submodel to look into");
    }

    private static Target here(Instance instance, XmlElement reference) {
        Optional<String> port = Comp.attribute(reference, "portRef");
        if (port.isPresent()) {
            return resolve(instance, instance.port(port.get()).orElseThrow(() -> missing(reference, port.get())));
        }
        Optional<String> name = Comp.attribute(reference, "idRef");
        Optional<String> unit = Comp.attribute(reference, "unitRef");
        Optional<String> metaid = Comp.attribute(reference, "metaIdRef");
        return new Target(instance, name.flatMap(instance::named).or(() -> unit.flatMap(instance::unit))
                .or(() -> metaid.flatMap(instance::metaid))
                .orElseThrow(() -> missing(reference, name.or(() -> unit).or(() -> metaid).orElse("what is meant"))));
    }

    private static RuntimeException missing(XmlElement reference, String name) {
        return Comp.problem(reference, "<" + reference.name() + "> names " + name + ", which is not there");
    }
}
