package org.updatable.newsroom;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.updatable.TogglesClass;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;
import org.updatable.UpdatesWith;
import org.updatable.message.Update;

/** What readers see of a story, and what only its editors see. Everybody may read a newspaper, programs too. */
@Entity
@Updatable(open = true)
public class Post implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int WARM = 10;

    @Id
    @GeneratedValue
    private Long id;

    @Version
    private long version;

    @NotBlank(message = "A post needs a title.")
    @Size(max = 120, message = "A title has at most {max} characters.")
    @Column(length = 120)
    private String title;

    @NotBlank(message = "Tell in a sentence or two what happened.")
    @Size(max = 400, message = "A summary has at most {max} characters.")
    @Column(length = 400)
    private String summary;

    @NotBlank(message = "Who wrote it?")
    @Size(max = 60, message = "A name has at most {max} characters.")
    @Column(length = 60)
    private String author;

    @NotNull(message = "How far is it?")
    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    @NotNull(message = "On which day does it appear?")
    private LocalDate appears = LocalDate.now(ZoneOffset.UTC);

    @PositiveOrZero
    private int applause;

    /** Who likes it is nobody's business; each reader sees whether it is her. */
    @UpdatesExcluded
    @ElementCollection(fetch = FetchType.EAGER)
    private Set<String> fans = new HashSet<>();

    @UpdatesExcluded
    @Size(max = 1000, message = "Notes have at most {max} characters.")
    @Column(length = 1000)
    private String notes;

    @UpdatesExcluded
    private OffsetDateTime edited;

    @PrePersist
    @PreUpdate
    void isSaved() {
        edited = OffsetDateTime.now(ZoneOffset.UTC);
    }

    public Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public String getAuthor() {
        return author;
    }

    public void setAuthor(String author) {
        this.author = author;
    }

    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    public LocalDate getAppears() {
        return appears;
    }

    public void setAppears(LocalDate appears) {
        this.appears = appears;
    }

    public int getApplause() {
        return applause;
    }

    public void setApplause(int applause) {
        this.applause = applause;
    }

    public boolean isWarm() {
        return applause >= WARM;
    }

    /** How far the meter goes. */
    public int getWarmth() {
        return Math.min(applause, 2 * WARM);
    }

    /** What applause means beside its number. */
    @UpdatesWith("applause")
    List<Update> applauseUpdates() {
        return List.of(
                Update.value("applause", applause),
                Update.toggleClass("card", "warm", isWarm()),
                Update.attribute("meter", "value", getWarmth()));
    }

    /** Is another thing for each reader. */
    @Updatable
    @TogglesClass("liked")
    public boolean isLikedBy(String reader) {
        return fans.contains(reader);
    }

    /** Answers whether the reader likes it now. */
    boolean like(String reader) {
        return fans.add(reader) || !fans.remove(reader);
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    public OffsetDateTime getEdited() {
        return edited;
    }
}
