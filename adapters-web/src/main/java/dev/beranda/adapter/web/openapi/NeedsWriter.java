package dev.beranda.adapter.web.openapi;

import dev.beranda.adapter.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents by what one is known, and what happens to whose role or hand it is not for.
@SecurityRequirement(name = "bearer")
@SecurityRequirement(name = "cookie")
@ApiResponse(
        responseCode = "401",
        description = "No token (`unauthenticated`), or not a good one (`token_not_valid`)",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description =
                "Not one's own, or not for one's role: `forbidden`; or known by cookie only, and without the session's CSRF"
                        + " token on an unsafe request: `csrf_failed`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NeedsWriter {}
