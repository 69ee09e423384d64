package org.updatable.newsroom;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.updatable.Updatable;

/** One of the house style, which all editors write together. They stand in the order in which they were added. */
@Entity
@Updatable
public class Paragraph implements Serializable {
    private static final long serialVersionUID = 1;

    @Id
    @GeneratedValue
    private Long id;

    @Version
    private long version;

    @NotBlank(message = "A paragraph has words. Delete it, if it is not needed.")
    @Size(max = 1000, message = "A paragraph has at most {max} characters.")
    @Column(length = 1000)
    private String words;

    public Long getId() {
        return id;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
