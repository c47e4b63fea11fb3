package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_with_other_things_is_neither_used_nor_removed() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> DataFolder.open(folder)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> DataFolder.remove(folder)).isInstanceOf(Fault.class);
        assertThat(thesis).exists();
    }

    @Test
    void our_own_is_removed_whole() throws IOException {
        Path ours = folder.resolve("data");
        DataFolder.open(ours);
        Files.writeString(ours.resolve("log/application.log"), "x");
        DataFolder.remove(ours);
        assertThat(ours).doesNotExist();
    }

    @Test
    void what_is_inside_survives_opening_again() throws IOException {
        DataFolder.open(folder);
        Files.writeString(folder.resolve("postgres.ready"), "x");
        DataFolder.open(folder);
        assertThat(folder.resolve("postgres.ready")).exists();
    }

    @Test
    void links_out_of_the_folder_are_cut_and_not_followed() throws IOException {
        Path ours = folder.resolve("data");
        Path outside = Files.writeString(
                Files.createDirectory(folder.resolve("outside")).resolve("kept"), "x");
        DataFolder.open(ours);
        Files.createSymbolicLink(ours.resolve("link"), outside.getParent());
        DataFolder.remove(ours);
        assertThat(outside).exists();
    }
}
