package org.updatable.newsroom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.updatable.Updates;
import org.updatable.message.Update;

/** The posts of the newsroom. Plain Jakarta EE: but for what each reader is told herself, nothing here knows that pages are live. */
@Named
@ApplicationScoped
@Transactional
public class Posts {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager entities;

    @Inject
    private Updates updates;

    public List<Post> getNewestFirst() {
        return entities.createQuery("select p from Post p order by p.id desc", Post.class)
                .getResultList();
    }

    /** The post with the id that an address names, if it is an id at all. */
    public Optional<Post> find(String id) {
        return id != null && id.matches("\\d{1,18}")
                ? Optional.ofNullable(entities.find(Post.class, Long.valueOf(id)))
                : Optional.empty();
    }

    /**
     * Saves what an editor wrote.
     *
     * @throws OptimisticLockException if the post was saved by somebody else since {@code edited} was read
     */
    public void edit(Post edited) {
        Post post = entities.find(Post.class, edited.getId(), LockModeType.PESSIMISTIC_WRITE);
        if (post.getVersion() != edited.getVersion()) throw new OptimisticLockException(post);
        post.setTitle(edited.getTitle());
        post.setSummary(edited.getSummary());
        post.setAuthor(edited.getAuthor());
        post.setStatus(edited.getStatus());
        post.setAppears(edited.getAppears());
        post.setNotes(edited.getNotes());
    }

    /** Counts one more reader who liked it. The row is locked, so that of two at once none is lost. */
    public void applaud(Long id) {
        Post post = entities.find(Post.class, id, LockModeType.PESSIMISTIC_WRITE);
        post.setApplause(post.getApplause() + 1);
    }

    /** A reader likes it from now on, or does so no longer: her other windows show it. */
    public void like(Long id, String reader) {
        Post post = entities.find(Post.class, id, LockModeType.PESSIMISTIC_WRITE);
        updates.send(Update.toggleClass(updates.group(post, "likedBy", reader), "liked", post.like(reader)));
    }
}
