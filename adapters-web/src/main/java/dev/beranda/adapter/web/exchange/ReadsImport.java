package dev.beranda.adapter.web.exchange;

import dev.beranda.adapter.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents how what is brought can fail to be read as a whole.
@ApiResponse(
        responseCode = "400",
        description =
                "No body (`bad_request`), not a form with one file (`malformed_form`), or with a parameter that is not"
                        + " known here (`unknown_field`)",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "413",
        description = "Larger than the installation allows: `payload_too_large`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "415",
        description = "With a content encoding, which is not undone here: `unsupported_media_type`",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description =
                "In no format that is known here (`import_format_unknown`), broken (`import_malformed`), with far more in"
                        + " it than it seems (`import_too_much`), of a house of a later version (`import_version_unknown`), or with"
                        + " parameters that will not do (`validation_failed`)",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ReadsImport {}
