package org.updatable.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;

/** A live entity with names that are nothing in SQL without their quotes, or something else. */
@Entity
@Updatable
@Table(name = "\"order\"", schema = Receipt.SCHEMA)
public class Receipt {
    static final String SCHEMA = "\"Big \"\"Shop\"\"\"";
    private static final String BUYER = "\"Buyer's \"\"$1\"\" \\ %s\"";
    private static final String GOODS = "\"Its.goods\"";
    private static final String GIFTS = "\"its.goods\"";
    private static final String USER = "\"user\"";
    private static final String ORDER = "\"Order\"";
    private static final String WHAT = "\"What\"";

    /** What creates its tables: EclipseLink would leave out the quotes of the schema. */
    public static String[] tables() {
        return new String[] {
            "create schema " + SCHEMA,
            "create table " + SCHEMA + ".\"order\" (" + USER + " bigint primary key, " + BUYER + " text)",
            "create table " + SCHEMA + "." + GOODS + " (" + ORDER + " bigint, " + WHAT + " text)",
            "create table " + SCHEMA + "." + GIFTS + " (" + ORDER + " bigint, " + WHAT + " text)"
        };
    }

    @Id
    @Column(name = USER)
    public long id = 1;

    @Column(name = BUYER)
    public @Nullable String buyer;

    @ElementCollection
    @CollectionTable(name = GOODS, schema = SCHEMA, joinColumns = @JoinColumn(name = ORDER))
    @Column(name = WHAT)
    public Set<String> goods = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = GIFTS, schema = SCHEMA, joinColumns = @JoinColumn(name = ORDER))
    @Column(name = WHAT)
    public Set<String> gifts = new HashSet<>();
}
