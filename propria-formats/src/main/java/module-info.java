/// Text to models and back.
module propria.formats {
    requires transitive propria.model;
    requires static transitive org.jspecify;
    requires org.snakeyaml.engine;

    exports propria.formats.antimony;
    exports propria.formats.yaml;
}
