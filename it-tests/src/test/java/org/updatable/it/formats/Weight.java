package org.updatable.it.formats;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * A value of the application's own, which reads its own text.
 *
 * @param grams so many
 */
public record Weight(int grams) {

    /** Reads its text. */
    public static Weight of(String text) {
        return new Weight(Integer.parseInt(text.replace(" g", "")));
    }

    @Override
    public String toString() {
        return grams + " g";
    }

    /** Stores it as a number. */
    @Converter(autoApply = true)
    public static class InDatabase implements AttributeConverter<Weight, Integer> {

        @Override
        public Integer convertToDatabaseColumn(Weight weight) {
            return weight == null ? null : weight.grams();
        }

        @Override
        public Weight convertToEntityAttribute(Integer grams) {
            return grams == null ? null : new Weight(grams);
        }
    }
}
