package dev.beranda.adapter.web.readership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.readership.MarksView;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.Username;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Marks")
record MarksBody(
        @Schema(description = "Ids of posts") List<UUID> liked,
        @Schema(description = "Ids of posts") List<UUID> bookmarked,
        @Schema(description = "User names") List<String> following) {

    static MarksBody of(MarksView marks) {
        return new MarksBody(
                marks.liked().stream().map(PostId::value).toList(),
                marks.bookmarked().stream().map(PostId::value).toList(),
                marks.followed().stream().map(Username::value).toList());
    }
}
