package org.updatable.it.models;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Locale;
import org.updatable.Updatable;
import org.updatable.UpdatesJson;

/** Says by an object, and JSON-B, what observers are told. */
@Entity
@Updatable(open = true)
public class Leaflet {
    @Id
    long id;

    String title;

    protected Leaflet() {}

    Leaflet(long id, String title) {
        this.id = id;
        this.title = title;
    }

    @UpdatesJson
    Object json() {
        return new Headline(title, title.length());
    }

    /** What is told. */
    public static class Headline {
        @JsonbProperty("headline")
        @JsonbTypeAdapter(Loud.class)
        public final String title;

        public final int length;

        Headline(String title, int length) {
            this.title = title;
            this.length = length;
        }
    }

    /** Writes in capitals. */
    public static class Loud implements JsonbAdapter<String, String> {

        @Override
        public String adaptToJson(String text) {
            return text.toUpperCase(Locale.ROOT);
        }

        @Override
        public String adaptFromJson(String text) {
            return text;
        }
    }
}
