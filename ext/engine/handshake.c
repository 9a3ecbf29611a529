/* SPDX-License-Identifier: MIT
 *
 * The opening handshake of the server, RFC 6455 section 4.2: a parsed request
 * in, the bytes of the answer out. The order of the checks, the status lines
 * and the order of the headers are Ratchet's, because its users have seen them;
 * what passes a check is what the RFC says, which is less than Ratchet lets
 * through.
 *
 * It looks at no Origin, no path and no cookie: that is for the layers above,
 * before they let a request come here. It keeps nothing between two requests.
 *
 * Called by input.c once the whole head has arrived.
 */
#include "codec.h"

#include <string.h>

/* The fixed part of the longest answer, and room to spare. */
#define FIXED_SIZE 512

/* The answer under construction. Whatever does not fit sets `full` for good. */
struct answer {
	char *out;
	size_t size;
	size_t length;
	bool full;
};

static void put(struct answer *answer, const char *bytes, size_t length)
{
	if (answer->size - answer->length < length) {
		answer->full = true;
		return;
	}
	if (length > 0) {
		memcpy(answer->out + answer->length, bytes, length);
		answer->length += length;
	}
}

static void put_text(struct answer *answer, const char *text)
{
	put(answer, text, strlen(text));
}

/* 101, or the status that refuses and its words when they are not the usual. */
struct verdict {
	int status;
	const char *reason;
};

static bool is_exactly(struct wsc_slice slice, const char *text)
{
	return slice.length == strlen(text) && memcmp(slice.bytes, text, slice.length) == 0;
}

/* The value of a field that must be there once, NULL when it is not. */
static const struct wsc_slice *single(const struct wsc_request *request, const char *name)
{
	const struct wsc_header *header = wsc_http_header(request, name, 0);

	return header != NULL && wsc_http_header(request, name, 1) == NULL ? &header->value : NULL;
}

/* What stands between the scheme and the path. */
static struct wsc_slice authority_of(struct wsc_slice target, size_t from)
{
	size_t to = from;

	while (to < target.length && target.bytes[to] != '/' && target.bytes[to] != '?') {
		to++;
	}
	return (struct wsc_slice){target.bytes + from, to - from};
}

/* An absolute path, or an absolute URI with an authority (RFC 9112 section 3.2),
 * and no fragment, which RFC 6455 section 3 forbids. */
static bool valid_target(struct wsc_slice target)
{
	static const char *const schemes[] = {"ws://", "wss://", "http://", "https://"};

	if (memchr(target.bytes, '#', target.length) != NULL) {
		return false;
	}
	if (target.bytes[0] == '/') {
		return true;
	}
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		size_t length = strlen(schemes[i]);
		size_t k = 0;

		while (k < length && k < target.length &&
		       (target.bytes[k] == schemes[i][k] ||
		        (target.bytes[k] >= 'A' && target.bytes[k] <= 'Z' && (target.bytes[k] | 0x20) == schemes[i][k]))) {
			k++;
		}
		if (k == length) {
			return wsc_http_is_host(authority_of(target, k));
		}
	}
	return false;
}

static bool server_speaks(const struct wsc_handshake *handshake, struct wsc_slice name)
{
	for (size_t i = 0; i < handshake->protocol_count; i++) {
		const struct wsc_slice *protocol = &handshake->protocols[i];

		if (protocol->length == name.length && memcmp(protocol->bytes, name.bytes, name.length) == 0) {
			return true;
		}
	}
	return false;
}

/* Sets handshake->protocol to the first name that the server has, unless one has
 * been found before. false: this is no list of tokens. */
static bool read_protocols(struct wsc_handshake *handshake, struct wsc_slice list)
{
	const char *end = list.bytes + list.length;
	const char *at = list.bytes;

	while (at < end) {
		const char *comma = memchr(at, ',', (size_t) (end - at));
		struct wsc_slice name = wsc_http_trim(at, comma != NULL ? comma : end);

		if (name.length > 0 && !wsc_http_is_token(name)) {
			return false;
		}
		if (name.length > 0 && handshake->protocol.length == 0 && server_speaks(handshake, name)) {
			handshake->protocol = name;
		}
		at = comma != NULL ? comma + 1 : end;
	}
	return true;
}

/* What the client and the server have in common; NULL: go on. Where neither side
 * names any there is nothing to agree on. */
static const struct verdict *judge_protocols(const struct wsc_request *request, struct wsc_handshake *handshake)
{
	static const struct verdict malformed = {400, "Invalid Sec-WebSocket-Protocol"};
	static const struct verdict none = {426, "No Sec-WebSocket-Protocols requested supported"};
	const struct wsc_header *header;
	size_t n;

	for (n = 0; (header = wsc_http_header(request, "Sec-WebSocket-Protocol", n)) != NULL; n++) {
		if (!read_protocols(handshake, header->value)) {
			return &malformed;
		}
	}
	if (handshake->protocol.length > 0 || !handshake->strict || (n == 0 && handshake->protocol_count == 0)) {
		return NULL;
	}
	return &none;
}

/* The checks, in Ratchet's order: the first that fails is the answer. */
static struct verdict judge(const struct wsc_request *request, struct wsc_handshake *handshake)
{
	const struct wsc_slice *key;
	const struct wsc_slice *version;
	const struct verdict *protocols;

	if (!is_exactly(request->method, "GET")) {
		return (struct verdict){405, "Method Not Allowed"};
	}
	/* RFC 9110 2.5: a later 1.x is to be read as 1.1; another major is not. */
	if (request->version_major != 1 || request->version_minor < 1) {
		return (struct verdict){505, NULL};
	}
	/* A body would be taken for frames. */
	if (!valid_target(request->target) || single(request, "Host") == NULL || wsc_http_has_body(request)) {
		return (struct verdict){400, NULL};
	}
	if (!wsc_http_has_token(request, "Upgrade", "websocket")) {
		return (struct verdict){426, "Upgrade header MUST be provided"};
	}
	if (!wsc_http_has_token(request, "Connection", "upgrade")) {
		return (struct verdict){400, "Connection Upgrade MUST be requested"};
	}
	key = single(request, "Sec-WebSocket-Key");
	if (key == NULL || !wsc_accept_key_valid(*key)) {
		return (struct verdict){400, "Invalid Sec-WebSocket-Key"};
	}
	version = single(request, "Sec-WebSocket-Version");
	if (version == NULL || !is_exactly(*version, "13")) {
		return (struct verdict){426, "Upgrade Required"};
	}
	protocols = judge_protocols(request, handshake);
	if (protocols != NULL) {
		return *protocols;
	}
	if (!wsc_extension_negotiate(request, &handshake->policy, &handshake->terms)) {
		return (struct verdict){400, "Invalid Sec-WebSocket-Extensions"};
	}
	return (struct verdict){101, "Switching Protocols"};
}

static void put_accept(struct answer *answer, const struct wsc_request *request, const struct wsc_handshake *handshake)
{
	char accept[WSC_ACCEPT_KEY_SIZE];
	char extension[WSC_EXTENSION_ANSWER_SIZE];

	wsc_accept_key(*single(request, "Sec-WebSocket-Key"), handshake->sha1, accept);
	if (handshake->protocol.length > 0) {
		put_text(answer, "Sec-WebSocket-Protocol: ");
		put(answer, handshake->protocol.bytes, handshake->protocol.length);
		put_text(answer, "\r\n");
	}
	put_text(answer, "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ");
	put(answer, accept, sizeof(accept));
	put_text(answer, "\r\n");
	put(answer, extension, wsc_extension_answer(&handshake->terms, extension));
}

/* What would have been right: RFC 6455 section 4.4, RFC 9110 section 15.5.22. */
static void put_upgrade_needed(struct answer *answer, const struct wsc_handshake *handshake)
{
	put_text(answer, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n");
	for (size_t i = 0; i < handshake->protocol_count; i++) {
		put_text(answer, i == 0 ? "Sec-WebSocket-Protocol: " : ", ");
		put(answer, handshake->protocols[i].bytes, handshake->protocols[i].length);
	}
	if (handshake->protocol_count > 0) {
		put_text(answer, "\r\n");
	}
}

size_t wsc_handshake(const struct wsc_request *request, struct wsc_handshake *handshake, char *out, size_t size)
{
	struct answer answer = {out, size, 0, false};
	struct verdict verdict;
	char digits[3];

	handshake->protocol = (struct wsc_slice){NULL, 0};
	handshake->terms = (struct wsc_deflate_terms){0};
	verdict = judge(request, handshake);
	handshake->status = verdict.status;
	if (verdict.reason == NULL) {
		return wsc_http_refuse(out, size, verdict.status);
	}

	for (size_t i = 0, rest = (size_t) verdict.status; i < 3; i++, rest /= 10) {
		digits[2 - i] = (char) ('0' + rest % 10);
	}
	put_text(&answer, "HTTP/1.1 ");
	put(&answer, digits, sizeof(digits));
	put_text(&answer, " ");
	put_text(&answer, verdict.reason);
	put_text(&answer, "\r\n");
	if (verdict.status == 101) {
		put_accept(&answer, request, handshake);
	} else if (verdict.status == 405) {
		put_text(&answer, "Allow: GET\r\n");
	} else if (verdict.status == 426) {
		put_upgrade_needed(&answer, handshake);
	}
	put_text(&answer, "X-Powered-By: " WSC_POWERED_BY "\r\n\r\n");
	return answer.full ? 0 : answer.length;
}

size_t wsc_handshake_size(const struct wsc_handshake *handshake)
{
	size_t size = FIXED_SIZE;

	for (size_t i = 0; i < handshake->protocol_count; i++) {
		size += handshake->protocols[i].length + 2; /* ", " */
	}
	return size;
}
