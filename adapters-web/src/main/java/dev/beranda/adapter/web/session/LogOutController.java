package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.session.LogOut;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/auth/logout")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Sessions")
final class LogOutController {

    private final LogOut logOut;

    LogOutController(LogOut logOut) {
        this.logOut = logOut;
    }

    @Post
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "logOut",
            summary = "End the session a refresh token belongs to",
            description = "Its refresh and access tokens stop working on every node.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogOutRequest.class)))
    @ApiResponse(responseCode = "204", description = "Logged out")
    @NeedsToken
    @ReadsBody
    @CanBeBusy
    void logOut(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        fields.allowing("refresh_token", "refresh");
        String name = fields.has("refresh") ? "refresh" : "refresh_token";
        var token = fields.required(name, Parsed::of);
        fields.refuseIfFlawed();
        switch (logOut.logOut(new LogOut.Command(caller, new RefreshToken(token.value())))) {
            case LogOut.Outcome.Done() -> {}
            case LogOut.Outcome.NotValid() -> throw BearerRefusals.notValid();
        }
    }

    @Schema(name = "LogOut", description = "`refresh` is read as well as `refresh_token`")
    record LogOutRequest(@Schema(name = "refresh_token") String refreshToken) {}
}
