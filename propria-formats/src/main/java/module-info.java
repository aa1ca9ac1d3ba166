/// Text to models and back.
module propria.formats {
    requires transitive propria.model;
    requires static transitive org.jspecify;
    requires org.snakeyaml.engine;
    requires jsbml.core;
    requires java.xml;
    requires java.desktop;

    exports propria.formats.antimony;
    exports propria.formats.antimony.write;
    exports propria.formats.hash;
    exports propria.formats.omex;
    exports propria.formats.petab;
    exports propria.formats.petab.check;
    exports propria.formats.petab.math;
    exports propria.formats.petab.problem;
    exports propria.formats.petab.read;
    exports propria.formats.petab.table;
    exports propria.formats.petab.upgrade;
    exports propria.formats.petab.write;
    exports propria.formats.sbml;
    exports propria.formats.sbml.carry;
    exports propria.formats.sbml.level;
    exports propria.formats.sedml;
    exports propria.formats.sedml.document;
    exports propria.formats.sedml.path;
    exports propria.formats.yaml;
}
