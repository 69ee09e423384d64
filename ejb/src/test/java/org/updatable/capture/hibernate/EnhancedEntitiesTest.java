package org.updatable.capture.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Basic;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.enhance.spi.UnloadedField;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updatable.capture.RecordingCapture;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.LiveModels;
import org.updatable.model.Note;

/** Entities with enhanced bytecode: with attributes that are not loaded, and dirty checking of their own. */
class EnhancedEntitiesTest {
    private static final Row NOTE = new Row("note", "1");
    private static final Touched READ = Touched.row(NOTE, "summary");

    private final Class<?> type = new EnhancingLoader().load();
    private final EntityManagerFactory unit = Persistence.createEntityManagerFactory(
            "enhanced",
            Map.of(
                    "jakarta.persistence.provider",
                    "org.hibernate.jpa.HibernatePersistenceProvider",
                    "hibernate.classLoaders",
                    List.of(type.getClassLoader())));
    private final RecordingCapture recording = new RecordingCapture();

    @BeforeEach
    void aNoteIsThere() {
        inTransaction(null, note -> note.setText("Long"));
        new HibernateChangeSource().observe(unit, LiveModels.of(unit).entities(), recording.capture);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void whatIsNotLoadedStaysSo() {
        inTransaction(1, note -> {
            note.setTitle("New");
            assertThat(Hibernate.isPropertyInitialized(note, "text")).isFalse();
        });

        assertThat(recording.commits).containsExactly(List.of(new Changed(NOTE, "title", "New"), READ));
    }

    @Test
    void whatIsWrittenWithoutHavingBeenLoadedIsTold() {
        inTransaction(1, note -> note.setText("Short"));

        assertThat(recording.commits).containsExactly(List.of(new Changed(NOTE, "text", "Short"), READ));
    }

    private void inTransaction(@Nullable Integer id, Consumer<Note> work) {
        try (var manager = unit.createEntityManager()) {
            manager.getTransaction().begin();
            Note note = (Note) (id == null ? type.getConstructor().newInstance() : manager.find(type, (long) id));
            work.accept(note);
            if (id == null) manager.persist(note);
            manager.flush();
            boolean isLoaded = Hibernate.isPropertyInitialized(note, "text");
            manager.getTransaction().commit();
            assertThat(Hibernate.isPropertyInitialized(note, "text")).isEqualTo(isLoaded);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Loads the entity as a server does that enhances it. */
    private static final class EnhancingLoader extends ClassLoader {
        private static final String ENTITY = "org.updatable.model.EnhancedNote";

        EnhancingLoader() {
            super(EnhancedEntitiesTest.class.getClassLoader());
        }

        Class<?> load() {
            try {
                return loadClass(ENTITY);
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(ENTITY)) return super.loadClass(name, resolve);
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) {
            try (InputStream file =
                    Objects.requireNonNull(getParent().getResourceAsStream(name.replace('.', '/') + ".class"))) {
                Enhancer enhancer =
                        BytecodeProviderInitiator.buildDefaultBytecodeProvider().getEnhancer(new Everything());
                byte[] bytes = Objects.requireNonNull(enhancer.enhance(name, file.readAllBytes()));
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static final class Everything extends DefaultEnhancementContext {
        @Override
        public boolean isLazyLoadable(UnloadedField field) {
            return field.hasAnnotation(Basic.class);
        }

        @Override
        public boolean doExtendedEnhancement(UnloadedClass type) {
            return false;
        }
    }
}
