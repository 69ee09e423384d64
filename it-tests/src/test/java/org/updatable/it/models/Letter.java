package org.updatable.it.models;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;

/** Is written by clients. */
@Entity
@Updatable(open = true, writable = true)
public class Letter {
    @Id
    long id;

    @Version
    long version;

    @NotBlank
    @Size(max = 20)
    String subject;

    @Positive
    int stamps = 1;

    LocalDate sent;

    @Embedded
    Place place;

    @ManyToOne(fetch = FetchType.LAZY)
    Writer recipient;

    @ManyToMany
    Set<Writer> copies = new HashSet<>();

    @ElementCollection
    @OrderColumn
    List<String> labels = new ArrayList<>();

    @UpdatesExcluded(writable = true)
    String seal;

    @UpdatesExcluded
    String censor = "nobody";

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public void setStamps(int stamps) {
        this.stamps = stamps;
    }

    public void setSent(LocalDate sent) {
        this.sent = sent;
    }

    public void setPlace(Place place) {
        this.place = place;
    }

    public void setRecipient(Writer recipient) {
        this.recipient = recipient;
    }

    public void setSeal(String seal) {
        this.seal = seal;
    }

    public void setCensor(String censor) {
        this.censor = censor;
    }

    /** How long the subject is. */
    @Updatable
    public int getLength() {
        return subject == null ? 0 : subject.length();
    }
}
