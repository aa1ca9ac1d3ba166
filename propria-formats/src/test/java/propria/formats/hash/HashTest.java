package propria.formats.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashTest {

    /// The example of FIPS 180-4, "abc".
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void a_text_and_a_file_have_the_published_hash(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "abc");
        assertThat(Hash.of("abc")).isEqualTo(ABC);
        assertThat(Hash.of(file)).isEqualTo(ABC);
        assertThat(Hash.bytes(new byte[0])).hasSize(32);
    }

    @Test
    void a_tree_is_its_names_and_contents_wherever_it_lies(@TempDir Path folder) throws IOException {
        Path one = tree(folder.resolve("one"), "b/x.txt", "abc");
        Path same = tree(folder.resolve("elsewhere"), "b/x.txt", "abc");
        assertThat(Hash.ofTree(one)).isEqualTo(Hash.ofTree(same));
        assertThat(Hash.ofTree(one)).isNotEqualTo(Hash.ofTree(tree(folder.resolve("name"), "b/y.txt", "abc")))
                .isNotEqualTo(Hash.ofTree(tree(folder.resolve("content"), "b/x.txt", "abd")));
    }

    private static Path tree(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(root.resolve("b"));
        Files.writeString(file, text);
        Files.writeString(root.resolve("a.txt"), "the other");
        return root;
    }
}
