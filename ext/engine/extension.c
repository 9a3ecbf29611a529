/* SPDX-License-Identifier: MIT
 *
 * The extensions that a client offers, RFC 6455 section 9.1, and what we make
 * of its offers of permessage-deflate, RFC 7692 sections 5 and 7.1. It knows
 * which terms may be agreed on and nothing of compression itself.
 *
 * A header that breaks the grammar refuses the request; an offer that we can't
 * or may not take is declined alone, and the next one is looked at.
 *
 * Called by handshake.c.
 */
#include "codec.h"

#include <stdio.h>
#include <string.h>

#define BITS_MIN 8
#define BITS_MAX 15

/* What is left of a header's value. */
struct reader {
	const char *at;
	const char *end;
};

struct param {
	struct wsc_slice name;
	bool has_value;
	struct wsc_slice value; /* without quotes; may still hold the \ of a quoted pair */
};

/* ---- the grammar ------------------------------------------------------------- */

static void skip_space(struct reader *reader)
{
	while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\t')) {
		reader->at++;
	}
}

/* Skips this sign and the white space around it; false: something else is there. */
static bool take(struct reader *reader, char sign)
{
	skip_space(reader);
	if (reader->at == reader->end || *reader->at != sign) {
		return false;
	}
	reader->at++;
	skip_space(reader);
	return true;
}

static bool take_token(struct reader *reader, struct wsc_slice *token)
{
	token->bytes = reader->at;
	while (reader->at < reader->end && wsc_http_is_token((struct wsc_slice){reader->at, 1})) {
		reader->at++;
	}
	token->length = (size_t) (reader->at - token->bytes);
	return token->length > 0;
}

/* A quoted-string whose text, with quoted pairs resolved, is a token. */
static bool take_quoted(struct reader *reader, struct wsc_slice *value)
{
	value->bytes = ++reader->at;
	while (reader->at < reader->end && *reader->at != '"') {
		if (*reader->at == '\\' && ++reader->at == reader->end) {
			return false;
		}
		if (!wsc_http_is_token((struct wsc_slice){reader->at, 1})) {
			return false;
		}
		reader->at++;
	}
	value->length = (size_t) (reader->at - value->bytes);
	if (value->length == 0 || reader->at == reader->end) {
		return false;
	}
	reader->at++;
	return true;
}

static bool take_param(struct reader *reader, struct param *param)
{
	if (!take_token(reader, &param->name)) {
		return false;
	}
	param->has_value = take(reader, '=');
	if (!param->has_value) {
		return true;
	}
	if (reader->at < reader->end && *reader->at == '"') {
		return take_quoted(reader, &param->value);
	}
	return take_token(reader, &param->value);
}

/* ---- one offer of permessage-deflate ------------------------------------------- */

/* What a client asks for. */
struct offer {
	bool bad; /* to be declined */
	bool server_no_takeover;
	bool client_no_takeover;
	bool client_bits_allowed;
	uint8_t server_bits; /* 0: not named */
	uint8_t client_bits; /* 0: not named, or without a value */
};

/* 8 … 15 and in no other form; 0: it is something else. */
static uint8_t window_bits(const struct param *param)
{
	char digits[3] = "";
	size_t length = 0;
	unsigned bits = 0;

	for (size_t i = 0; i < param->value.length; i++) {
		if (param->value.bytes[i] == '\\') {
			i++; /* of a quoted pair; the grammar has seen that something follows */
		}
		if (length == 2 || param->value.bytes[i] < '0' || param->value.bytes[i] > '9') {
			return 0;
		}
		digits[length++] = param->value.bytes[i];
	}
	if (length == 0 || digits[0] == '0') {
		return 0;
	}
	for (size_t i = 0; i < length; i++) {
		bits = bits * 10 + (unsigned) (digits[i] - '0');
	}
	return bits >= BITS_MIN && bits <= BITS_MAX ? (uint8_t) bits : 0;
}

static bool is_named(const struct param *param, const char *name)
{
	return wsc_http_same_word(param->name, name);
}

/* RFC 7692 7.1: a parameter that is not defined, has a bad value or comes twice
 * makes the offer one to decline. */
static void read_param(struct offer *offer, const struct param *param)
{
	if (is_named(param, "server_no_context_takeover")) {
		offer->bad = offer->bad || offer->server_no_takeover || param->has_value;
		offer->server_no_takeover = true;
	} else if (is_named(param, "client_no_context_takeover")) {
		offer->bad = offer->bad || offer->client_no_takeover || param->has_value;
		offer->client_no_takeover = true;
	} else if (is_named(param, "server_max_window_bits")) {
		offer->bad = offer->bad || offer->server_bits != 0 || !param->has_value;
		offer->server_bits = param->has_value ? window_bits(param) : 0;
		offer->bad = offer->bad || offer->server_bits == 0;
	} else if (is_named(param, "client_max_window_bits")) {
		offer->bad = offer->bad || offer->client_bits_allowed;
		offer->client_bits = param->has_value ? window_bits(param) : 0;
		offer->bad = offer->bad || (param->has_value && offer->client_bits == 0);
		offer->client_bits_allowed = true;
	} else {
		offer->bad = true;
	}
}

static uint8_t least(uint8_t bits, uint8_t limit)
{
	return bits != 0 && bits < limit ? bits : limit;
}

/* Takes the offer, unless it asks for what we can't do. */
static void accept_offer(const struct offer *offer, const struct wsc_deflate_policy *policy,
                         struct wsc_deflate_terms *terms)
{
	uint8_t server_bits = least(offer->server_bits, policy->server_max_window_bits);

	if (server_bits < policy->least_server_bits) {
		if (offer->server_bits != 0 && offer->server_bits < policy->least_server_bits) {
			return;
		}
		server_bits = policy->least_server_bits;
	}
	terms->agreed = true;
	terms->server_takeover = policy->server_context_takeover && !offer->server_no_takeover;
	terms->client_takeover = policy->client_context_takeover && !offer->client_no_takeover;
	terms->server_bits = server_bits;
	terms->client_bits = BITS_MAX;
	terms->name_server_bits = offer->server_bits != 0 || server_bits < BITS_MAX;
	if (offer->client_bits_allowed) {
		terms->client_bits = least(offer->client_bits, policy->client_max_window_bits);
	}
	/* Never named unless it was offered: 7.1.2.2. */
	terms->name_client_bits = terms->client_bits < BITS_MAX;
}

/* ---- all of them ----------------------------------------------------------------- */

/* One extension with its parameters; false: that is none. */
static bool read_extension(struct reader *reader, const struct wsc_deflate_policy *policy,
                           struct wsc_deflate_terms *terms)
{
	struct wsc_slice name;
	struct offer offer = {0};

	if (!take_token(reader, &name)) {
		return false;
	}
	while (take(reader, ';')) {
		struct param param = {0};

		if (!take_param(reader, &param)) {
			return false;
		}
		read_param(&offer, &param);
	}
	if (policy->enabled && !terms->agreed && !offer.bad && wsc_http_same_word(name, "permessage-deflate")) {
		accept_offer(&offer, policy, terms);
	}
	return true;
}

/* A comma-separated list; elements may be empty (RFC 9110 5.6.1.2). */
static bool read_list(struct wsc_slice value, const struct wsc_deflate_policy *policy, struct wsc_deflate_terms *terms,
                      size_t *count)
{
	struct reader reader = {value.bytes, value.bytes + value.length};

	for (;;) {
		skip_space(&reader);
		if (reader.at < reader.end && *reader.at != ',') {
			if (!read_extension(&reader, policy, terms)) {
				return false;
			}
			++*count;
		}
		if (!take(&reader, ',')) {
			return reader.at == reader.end;
		}
	}
}

bool wsc_extension_negotiate(const struct wsc_request *request, const struct wsc_deflate_policy *policy,
                             struct wsc_deflate_terms *terms)
{
	const struct wsc_header *header;
	size_t count = 0;
	size_t n;

	memset(terms, 0, sizeof *terms);
	for (n = 0; (header = wsc_http_header(request, "Sec-WebSocket-Extensions", n)) != NULL; n++) {
		if (!read_list(header->value, policy, terms, &count)) {
			return false;
		}
	}
	return n == 0 || count > 0;
}

size_t wsc_extension_answer(const struct wsc_deflate_terms *terms, char out[WSC_EXTENSION_ANSWER_SIZE])
{
	char server_bits[32] = "";
	char client_bits[32] = "";
	int length;

	if (!terms->agreed) {
		return 0;
	}
	if (terms->name_server_bits) {
		snprintf(server_bits, sizeof server_bits, "; server_max_window_bits=%u", terms->server_bits);
	}
	if (terms->name_client_bits) {
		snprintf(client_bits, sizeof client_bits, "; client_max_window_bits=%u", terms->client_bits);
	}
	length = snprintf(out, WSC_EXTENSION_ANSWER_SIZE, "Sec-WebSocket-Extensions: permessage-deflate%s%s%s%s\r\n",
	                  terms->server_takeover ? "" : "; server_no_context_takeover",
	                  terms->client_takeover ? "" : "; client_no_context_takeover", server_bits, client_bits);
	return (size_t) length;
}
