package org.updatable.newsroom.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.updatable.newsroom.Post;

/** Where a post is edited. */
@Named
@RequestScoped
public class PostDesk extends Desk<Post> {

    public PostDesk() {
        super(Post.class, Post::new);
    }
}
