/* SPDX-License-Identifier: MIT
 *
 * extension.c: each row is what a client offers, in one or more header lines,
 * and the line that answers it: "" if nothing is agreed on, NULL if the request
 * has to be refused. The policies stand above.
 */
#include "../../ext/engine/extension.c"

#include "harness.h"

#include <stdlib.h>

#define HEADER_LIMIT 8

static const struct wsc_deflate_policy off = {0};
static const struct wsc_deflate_policy lean = {true, false, false, 15, 15, 8};  /* the defaults */
static const struct wsc_deflate_policy rich = {true, true, true, 15, 15, 8};    /* keeps contexts */
static const struct wsc_deflate_policy narrow = {true, true, true, 10, 11, 8};  /* small windows */
static const struct wsc_deflate_policy careful = {true, true, true, 15, 15, 9}; /* zlib can't keep within 8 */
static const struct wsc_deflate_policy tiny = {true, true, true, 8, 8, 9};      /* … and 8 was asked for */

#define P "permessage-deflate"
#define LEAN P "; server_no_context_takeover; client_no_context_takeover"

static const struct {
	const struct wsc_deflate_policy *policy;
	const char *offers[HEADER_LIMIT]; /* a header line each */
	const char *answer;
} rows[] = {
	/* Whether at all. */
	{&lean, {NULL}, ""},
	{&off, {P}, ""},
	{&lean, {P}, LEAN},
	{&rich, {P}, P},
	{&rich, {"PerMessage-Deflate; SERVER_NO_CONTEXT_TAKEOVER"}, P "; server_no_context_takeover"},
	{&rich, {"permessage-deflat"}, ""},
	{&rich, {"permessage-deflate2"}, ""},
	{&rich, {"x-webkit-deflate-frame"}, ""},
	{&rich, {"permessage-bzip2; level=3, " P}, P},
	{&rich, {"permessage-bzip2", P}, P},

	/* RFC 7692 7.1.1: context takeover. */
	{&rich, {P "; server_no_context_takeover"}, P "; server_no_context_takeover"},
	{&rich, {P "; client_no_context_takeover"}, P "; client_no_context_takeover"},
	{&rich,
     {P ";client_no_context_takeover;server_no_context_takeover"},
     P "; server_no_context_takeover; client_no_context_takeover"},
	{&lean, {P "; server_no_context_takeover; client_no_context_takeover"}, LEAN},
	{&rich, {P "; server_no_context_takeover=1"}, ""},
	{&rich, {P "; client_no_context_takeover=\"true\""}, ""},
	{&rich, {P "; server_no_context_takeover; server_no_context_takeover"}, ""},
	{&rich, {P "; client_no_context_takeover; x; client_no_context_takeover"}, ""},

	/* 7.1.2.1: our window. Confirmed whenever it was named. */
	{&rich, {P "; server_max_window_bits=15"}, P "; server_max_window_bits=15"},
	{&rich, {P "; server_max_window_bits=9"}, P "; server_max_window_bits=9"},
	{&rich, {P "; server_max_window_bits=8"}, P "; server_max_window_bits=8"},
	{&rich, {P "; server_max_window_bits=\"10\""}, P "; server_max_window_bits=10"},
	{&rich, {P "; server_max_window_bits=\"\\1\\0\""}, P "; server_max_window_bits=10"},
	{&careful, {P "; server_max_window_bits=8"}, ""},
	{&careful, {P "; server_max_window_bits=8, " P "; server_max_window_bits=9"}, P "; server_max_window_bits=9"},
	{&narrow, {P}, P "; server_max_window_bits=10"},
	{&narrow, {P "; server_max_window_bits=12"}, P "; server_max_window_bits=10"},
	{&narrow, {P "; server_max_window_bits=9"}, P "; server_max_window_bits=9"},
	{&tiny, {P}, P "; server_max_window_bits=9"},
	{&tiny, {P "; server_max_window_bits=8"}, ""},
	{&rich, {P "; server_max_window_bits"}, ""},
	{&rich, {P "; server_max_window_bits=7"}, ""},
	{&rich, {P "; server_max_window_bits=16"}, ""},
	{&rich, {P "; server_max_window_bits=0"}, ""},
	{&rich, {P "; server_max_window_bits=08"}, ""},
	{&rich, {P "; server_max_window_bits=010"}, ""},
	{&rich, {P "; server_max_window_bits=+9"}, ""},
	{&rich, {P "; server_max_window_bits=-9"}, ""},
	{&rich, {P "; server_max_window_bits=10.0"}, ""},
	{&rich, {P "; server_max_window_bits=1e1"}, ""},
	{&rich, {P "; server_max_window_bits=0xA"}, ""},
	{&rich, {P "; server_max_window_bits=265"}, ""},
	{&rich, {P "; server_max_window_bits=4294967305"}, ""},
	{&rich, {P "; server_max_window_bits=9; server_max_window_bits=9"}, ""},
	{&rich, {P "; server_max_window_bits=9; server_max_window_bits"}, ""},

	/* 7.1.2.2: the client's window. Never named unless it was offered. */
	{&rich, {P "; client_max_window_bits"}, P},
	{&rich, {P "; client_max_window_bits=15"}, P},
	{&rich, {P "; client_max_window_bits=10"}, P "; client_max_window_bits=10"},
	{&rich, {P "; client_max_window_bits=8"}, P "; client_max_window_bits=8"},
	{&careful, {P "; client_max_window_bits=8"}, P "; client_max_window_bits=8"},
	{&narrow, {P "; client_max_window_bits"}, P "; server_max_window_bits=10; client_max_window_bits=11"},
	{&narrow, {P "; client_max_window_bits=9"}, P "; server_max_window_bits=10; client_max_window_bits=9"},
	{&rich,
     {P "; client_max_window_bits="
        "\"9\""},
     P "; client_max_window_bits=9"},
	{&rich, {P "; client_max_window_bits=7"}, ""},
	{&rich, {P "; client_max_window_bits=08"}, ""},
	{&rich, {P "; client_max_window_bits=x"}, ""},
	{&rich, {P "; client_max_window_bits; client_max_window_bits"}, ""},
	{&rich, {P "; client_max_window_bits; client_max_window_bits=10"}, ""},

	/* 7.1.3: what Chrome sends, and offers with fallbacks: the first that will do. */
	{&lean, {P "; client_max_window_bits"}, LEAN},
	{&rich, {P "; bogus, " P "; server_no_context_takeover, " P}, P "; server_no_context_takeover"},
	{&rich,
     {P "; server_max_window_bits=16", P "; client_max_window_bits=1e1", P "; client_no_context_takeover"},
     P "; client_no_context_takeover"},
	{&rich, {P "; bogus"}, ""},
	{&rich, {P "; bogus, " P "; bogus=1"}, ""},

	/* RFC 6455 9.1: white space, empty elements, quoted strings. */
	{&rich, {" ,, " P " \t;\tserver_max_window_bits  =  12 ,"}, P "; server_max_window_bits=12"},
	{&rich, {"x; a=\"b\\c\"; d," P}, P},
	{&rich, {"", P}, P},
	{&rich, {""}, NULL},
	{&rich, {","}, NULL},
	{&rich, {P ";"}, NULL},
	{&rich, {P "; =1"}, NULL},
	{&rich, {P "; a="}, NULL},
	{&rich, {P "; a=b c"}, NULL},
	{&rich, {P "; a=\"b c\""}, NULL},
	{&rich, {P "; a=\"\""}, NULL},
	{&rich, {P "; a=\"b"}, NULL},
	{&rich, {P "; a=\"b\\"}, NULL},
	{&rich, {P "; a=\"b\\\"\""}, NULL},
	{&rich, {P "; a=\"b\"c"}, NULL},
	{&rich, {P " x"}, NULL},
	{&rich, {"; " P}, NULL},
	{&rich, {"a/b"}, NULL},
	{&rich, {P ", {"}, NULL},
	{&rich, {P, "\"x\""}, NULL},
	{&rich, {P "; a\x80=1"}, NULL},
	{&off, {P "; a="}, NULL}, /* whether we compress or not */
};

static struct wsc_request request_of(const char *const *offers, struct wsc_header *headers, char **copies)
{
	struct wsc_request request = {.headers = headers, .header_limit = HEADER_LIMIT + 1};
	size_t i;

	headers[0] = (struct wsc_header){{"Host", 4}, {P, strlen(P)}};
	for (i = 0; i < HEADER_LIMIT && offers[i]; i++) {
		copies[i] = harness_copy(offers[i], strlen(offers[i]));
		headers[i + 1].name = (struct wsc_slice){"sec-websocket-EXTENSIONS", 24};
		headers[i + 1].value = wsc_http_trim(copies[i], copies[i] + strlen(offers[i]));
	}
	request.header_count = i + 1;
	return request;
}

static void offers(void)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_header headers[HEADER_LIMIT + 1];
		char *copies[HEADER_LIMIT] = {NULL};
		struct wsc_request request = request_of(rows[i].offers, headers, copies);
		struct wsc_deflate_terms terms;
		bool well_formed = wsc_extension_negotiate(&request, rows[i].policy, &terms);
		const char *offer = rows[i].offers[0] ? rows[i].offers[0] : "none";

		CHECKF(well_formed == (rows[i].answer != NULL), "row %zu: %s", i, offer);
		if (well_formed && rows[i].answer) {
			char wanted[WSC_EXTENSION_ANSWER_SIZE] = "";
			char answer[WSC_EXTENSION_ANSWER_SIZE];
			size_t length = wsc_extension_answer(&terms, answer);

			if (*rows[i].answer) {
				snprintf(wanted, sizeof wanted, "Sec-WebSocket-Extensions: %s\r\n", rows[i].answer);
			}
			CHECKF(length == strlen(wanted) && memcmp(answer, wanted, length) == 0, "row %zu: %s: %.*s", i, offer,
			       (int) length, answer);
			CHECKF(terms.agreed == (length > 0), "row %zu", i);
		}
		for (size_t k = 0; k < HEADER_LIMIT; k++) {
			free(copies[k]);
		}
	}
}

/* What the rest of the engine goes by, beside the line that the client reads. */
static void terms_agreed(void)
{
	static const char *const plain[] = {P, NULL};
	static const char *const hinted[] = {P "; client_max_window_bits=10; client_no_context_takeover", NULL};
	struct wsc_header headers[HEADER_LIMIT + 1];
	char *copies[HEADER_LIMIT];
	struct wsc_request request = request_of(plain, headers, copies);
	struct wsc_deflate_terms terms;

	CHECK(wsc_extension_negotiate(&request, &narrow, &terms));
	CHECK(terms.agreed && terms.server_takeover && terms.client_takeover);
	/* It has not said that it could be told, so it may use all 15. */
	CHECK(terms.server_bits == 10 && terms.client_bits == 15);
	free(copies[0]);

	request = request_of(hinted, headers, copies);
	CHECK(wsc_extension_negotiate(&request, &rich, &terms));
	CHECK(terms.agreed && terms.server_takeover && !terms.client_takeover);
	CHECK(terms.server_bits == 15 && terms.client_bits == 10);
	free(copies[0]);
}

/* The longest answer fits. */
static void longest_answer(void)
{
	struct wsc_deflate_terms terms = {true, false, false, 15, 15, true, true};
	char answer[WSC_EXTENSION_ANSWER_SIZE];
	size_t length = wsc_extension_answer(&terms, answer);

	CHECKF(length < sizeof answer && memcmp(answer + length - 2, "\r\n", 2) == 0, "%zu", length);
}

void test_extension(void)
{
	RUN(offers);
	RUN(terms_agreed);
	RUN(longest_answer);
}
