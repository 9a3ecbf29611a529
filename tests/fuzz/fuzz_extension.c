/* SPDX-License-Identifier: MIT
 *
 * What is made of Sec-WebSocket-Extensions. Whether it is well-formed, whether
 * something is agreed on and what, a second reader says (offers.h); what is
 * agreed on lies within the policy, and the line of the answer says exactly
 * that, in parameters that this offer allows.
 *
 * Input: the values of the header's fields, one a line; behind it the policy.
 */
#include "offers.h"

#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX 64

/* In any case, and others between them. */
static const char *const names[] = {"Sec-WebSocket-Extensions", "sec-websocket-extensions", "SEC-WEBSOCKET-EXTENSIONS",
                                    "Sec-WebSocket-Extension"};

static struct wsc_deflate_policy read_policy(struct fuzz_input *input)
{
	uint8_t flags = fuzz_byte(input);
	uint8_t bits = fuzz_byte(input);

	return (struct wsc_deflate_policy){
		.enabled = (flags & 1) == 0,
		.server_context_takeover = (flags & 2) != 0,
		.client_context_takeover = (flags & 4) != 0,
		.server_max_window_bits = (uint8_t) (8 + (bits & 7)),
		.client_max_window_bits = (uint8_t) (8 + (bits >> 4 & 7)),
		.least_server_bits = (bits & 8) != 0 ? 8 : 9,
	};
}

/* A line is the value of a field, without the white space around it, as http.c
 * would have it. Every fourth may have another name. */
static void split(const char *bytes, size_t length, uint8_t name, struct wsc_request *request)
{
	const char *end = bytes + length;

	while (bytes < end && request->header_count < FIELDS_MAX) {
		const char *stop = memchr(bytes, '\n', (size_t) (end - bytes));
		struct wsc_header *header = &request->headers[request->header_count];
		const char *chosen = names[(name + request->header_count) % LENGTH(names)];

		stop = stop != NULL ? stop : end;
		header->name = (struct wsc_slice){name == 0 ? names[0] : chosen, strlen(name == 0 ? names[0] : chosen)};
		header->value = (struct wsc_slice){bytes, (size_t) (stop - bytes)};
		request->header_count++;
		bytes = stop < end ? stop + 1 : end;
	}
}

static void check_policy(const struct wsc_deflate_terms *terms, const struct wsc_deflate_policy *policy)
{
	uint8_t most = policy->server_max_window_bits;

	if (!terms->agreed) {
		return;
	}
	most = most < policy->least_server_bits ? policy->least_server_bits : most;
	ASSERT(policy->enabled);
	ASSERT(!terms->server_takeover || policy->server_context_takeover);
	ASSERT(!terms->client_takeover || policy->client_context_takeover);
	ASSERT(terms->server_bits >= policy->least_server_bits && terms->server_bits <= most);
	ASSERT(terms->client_bits >= 8 && terms->client_bits <= 15);
	ASSERT(!terms->name_client_bits || terms->client_bits <= policy->client_max_window_bits);
}

static void check_terms(const struct wsc_deflate_terms *terms, const struct wsc_deflate_terms *expected)
{
	ASSERT(terms->agreed == expected->agreed);
	if (terms->agreed) {
		ASSERT(terms->server_takeover == expected->server_takeover);
		ASSERT(terms->client_takeover == expected->client_takeover);
		ASSERT(terms->server_bits == expected->server_bits);
		ASSERT(terms->client_bits == expected->client_bits);
	}
}

static void check_request(const struct wsc_request *request, const struct wsc_deflate_policy *policy)
{
	struct wsc_deflate_terms terms;
	struct wsc_deflate_terms expected;
	bool good;
	char *line;
	size_t length;

	memset(&terms, 0xA5, sizeof terms);
	good = wsc_extension_negotiate(request, policy, &terms);
	ASSERT(good == offers_well_formed(request));
	if (!good) {
		return;
	}
	expected = offers_judge(request, policy);
	check_policy(&terms, policy);
	check_terms(&terms, &expected);
	line = malloc(WSC_EXTENSION_ANSWER_SIZE);
	ASSERT(line != NULL);
	length = wsc_extension_answer(&terms, line);
	ASSERT(length <= WSC_EXTENSION_ANSWER_SIZE);
	ASSERT(offers_answer_fits(request, policy, line, length));
	free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct fuzz_input input = {bytes, length};
	struct wsc_deflate_policy policy = read_policy(&input);
	uint8_t name = fuzz_byte(&input);
	struct wsc_header headers[FIELDS_MAX];
	struct wsc_request request = {.headers = headers, .header_limit = FIELDS_MAX};
	char *copy = fuzz_copy(bytes, input.length);

	split(copy, input.length, name, &request);
	check_request(&request, &policy);
	free(copy);
	return 0;
}
