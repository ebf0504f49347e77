package dev.beranda.adapter.web.letter;

import dev.beranda.adapter.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents what a route says to a request it cannot understand, or to a ticket that is no longer good.
@ApiResponse(
        responseCode = "400",
        description =
                "The link or code is not good, or no longer: `ticket_not_valid`; or the request cannot be understood",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TakesTicket {}
