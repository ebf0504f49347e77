package dev.beranda.adapter.web.openapi;

import dev.beranda.adapter.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents how a request with a body can fail to be read.
@ApiResponse(
        responseCode = "400",
        description =
                "Malformed, or with a field that is not known here: `bad_request`, `malformed_json`, `unknown_field`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "408",
        description = "It rested too long on its way, or came too slowly: `request_timeout`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "413",
        description = "Too large: `payload_too_large`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "415",
        description = "In a media type not read here: `unsupported_media_type`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description = "Understood, but some fields will not do, all named at once: `validation_failed`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "429",
        description = "Too many attempts, or too many bytes on their way from one network at once: `rate_limited`, with"
                + " Retry-After",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "Not now: `unavailable`, with Retry-After",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ReadsBody {}
