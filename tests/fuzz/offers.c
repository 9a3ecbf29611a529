/* SPDX-License-Identifier: MIT
 *
 * See offers.h. Not watched by libFuzzer, as it is no part of what is tested.
 */
#include "offers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* One more than there are. */
#define PARAMS_MAX 5
#define VALUE_MAX 16

/* ---- the scanner ------------------------------------------------------------- */

enum lexeme {
	END,
	WORD,   /* a token */
	QUOTED, /* a quoted string that stands for one */
	SEMICOLON,
	EQUALS,
	COMMA,
	WRONG
};

struct scanner {
	const char *at;
	const char *end;
	char text[VALUE_MAX]; /* of WORD and QUOTED; cut off beyond that */
	size_t length;        /* … as it was */
};

static bool is_word_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c != 0 && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

static void add_char(struct scanner *scanner, char c)
{
	if (scanner->length + 1 < sizeof scanner->text) {
		scanner->text[scanner->length] = c;
		scanner->text[scanner->length + 1] = 0;
	}
	scanner->length++;
}

static enum lexeme scan_quoted(struct scanner *scanner)
{
	for (scanner->at++; scanner->at < scanner->end; scanner->at++) {
		if (*scanner->at == '"') {
			scanner->at++;
			return scanner->length > 0 ? QUOTED : WRONG;
		}
		if (*scanner->at == '\\' && ++scanner->at == scanner->end) {
			return WRONG;
		}
		if (!is_word_char(*scanner->at)) {
			return WRONG;
		}
		add_char(scanner, *scanner->at);
	}
	return WRONG;
}

static enum lexeme scan(struct scanner *scanner)
{
	static const char signs[] = ";=,";
	static const enum lexeme lexemes[] = {SEMICOLON, EQUALS, COMMA};
	const char *sign;

	scanner->length = 0;
	scanner->text[0] = 0;
	while (scanner->at < scanner->end && (*scanner->at == ' ' || *scanner->at == '\t')) {
		scanner->at++;
	}
	if (scanner->at == scanner->end) {
		return END;
	}
	if (*scanner->at == '"') {
		return scan_quoted(scanner);
	}
	sign = *scanner->at != 0 ? strchr(signs, *scanner->at) : NULL;
	if (sign != NULL) {
		scanner->at++;
		return lexemes[sign - signs];
	}
	while (scanner->at < scanner->end && is_word_char(*scanner->at)) {
		add_char(scanner, *scanner->at++);
	}
	return scanner->length > 0 ? WORD : WRONG;
}

/* ---- the list ------------------------------------------------------------------ */

struct param {
	bool known;     /* one of the four */
	size_t which;   /* … this          */
	bool has_value; /* … and which     */
	char value[VALUE_MAX];
	size_t value_length;
};

struct extension {
	bool deflate;  /* permessage-deflate */
	bool too_many; /* so one is unknown or comes twice */
	size_t param_count;
	struct param params[PARAMS_MAX];
};

enum {
	SERVER_NO_TAKEOVER,
	CLIENT_NO_TAKEOVER,
	SERVER_BITS,
	CLIENT_BITS,
	PARAMETERS
};

static const char *const parameter_names[PARAMETERS] = {"server_no_context_takeover", "client_no_context_takeover",
                                                        "server_max_window_bits", "client_max_window_bits"};

/* The name that has just been scanned, which may be longer than a value. */
static bool is_named(const struct scanner *scanner, const char *name)
{
	return scanner->length == strlen(name) && strncasecmp(scanner->at - scanner->length, name, scanner->length) == 0;
}

static void begin_extension(struct extension *extension, const struct scanner *scanner)
{
	extension->deflate = is_named(scanner, "permessage-deflate");
	extension->too_many = false;
	extension->param_count = 0;
}

static void begin_param(struct extension *extension, const struct scanner *scanner)
{
	struct param *param;

	extension->too_many = extension->param_count == PARAMS_MAX;
	param = &extension->params[extension->too_many ? PARAMS_MAX - 1 : extension->param_count++];
	memset(param, 0, sizeof *param);
	for (size_t i = 0; i < PARAMETERS; i++) {
		if (is_named(scanner, parameter_names[i])) {
			param->known = true;
			param->which = i;
		}
	}
}

static void end_param(struct extension *extension, const struct scanner *scanner)
{
	struct param *param = &extension->params[extension->param_count - 1];

	param->has_value = true;
	param->value_length = scanner->length;
	memcpy(param->value, scanner->text, sizeof param->value);
}

/* Reads a list and calls back for each extension; false: it is none, and who
 * was called back is to forget it. */
static bool read_list(const char *bytes, size_t length, void (*found)(const struct extension *extension, void *arg),
                      void *arg)
{
	/* Where we are by the last lexeme. */
	enum {
		BETWEEN, /* two elements: at the start or behind a comma */
		NAMED,
		OPENED,    /* behind a semicolon */
		PARAMETER, /* its name is read   */
		ASSIGNED,  /* behind the =       */
		COMPLETE   /* behind a value     */
	} place = BETWEEN;
	struct scanner scanner = {.at = bytes, .end = bytes + length};
	struct extension extension = {0};
	enum lexeme lexeme;
	bool good = true;

	do {
		lexeme = scan(&scanner);
		if ((lexeme == COMMA || lexeme == END) && place != OPENED && place != ASSIGNED) {
			if (place != BETWEEN) {
				found(&extension, arg);
			}
			place = BETWEEN;
		} else if (lexeme == WORD && place == BETWEEN) {
			begin_extension(&extension, &scanner);
			place = NAMED;
		} else if (lexeme == SEMICOLON && (place == NAMED || place == PARAMETER || place == COMPLETE)) {
			place = OPENED;
		} else if (lexeme == WORD && place == OPENED) {
			begin_param(&extension, &scanner);
			place = PARAMETER;
		} else if (lexeme == EQUALS && place == PARAMETER) {
			place = ASSIGNED;
		} else if ((lexeme == WORD || lexeme == QUOTED) && place == ASSIGNED) {
			end_param(&extension, &scanner);
			place = COMPLETE;
		} else {
			good = false;
		}
	} while (good && lexeme != END);
	return good;
}

/* All fields of that name are one list, RFC 9110 5.3. NULL: there is none. */
static char *join(const struct wsc_request *request, size_t *length)
{
	static const char name[] = "sec-websocket-extensions";
	char *joined = NULL;

	*length = 0;
	for (size_t i = 0; i < request->header_count; i++) {
		const struct wsc_header *header = &request->headers[i];

		if (header->name.length != strlen(name) || strncasecmp(header->name.bytes, name, strlen(name)) != 0) {
			continue;
		}
		joined = realloc(joined, *length + header->value.length + 1);
		ASSERT(joined != NULL);
		if (header->value.length > 0) {
			memcpy(joined + *length, header->value.bytes, header->value.length);
		}
		*length += header->value.length;
		joined[(*length)++] = ',';
	}
	return joined;
}

static void count_extension(const struct extension *extension, void *arg)
{
	(void) extension;
	++*(size_t *) arg;
}

bool offers_well_formed(const struct wsc_request *request)
{
	size_t length;
	char *joined = join(request, &length);
	size_t count = 0;
	bool good = joined == NULL || (read_list(joined, length, count_extension, &count) && count > 0);

	free(joined);
	return good;
}

/* ---- what it means --------------------------------------------------------------- */

/* The parameters of one extension of that name. */
struct asked {
	bool there[PARAMETERS];
	bool valued[PARAMETERS];
	unsigned bits[PARAMETERS];
};

static unsigned bits_of(const struct param *param)
{
	static const char *const known[] = {"8", "9", "10", "11", "12", "13", "14", "15"};

	for (unsigned i = 0; i < LENGTH(known); i++) {
		if (param->value_length == strlen(known[i]) && strcmp(param->value, known[i]) == 0) {
			return 8 + i;
		}
	}
	return 0;
}

/* false: a parameter is not known, comes twice, or its value is wrong. */
static bool understand(const struct extension *extension, struct asked *asked)
{
	memset(asked, 0, sizeof *asked);
	for (size_t i = 0; i < extension->param_count; i++) {
		const struct param *param = &extension->params[i];
		bool wants_bits = param->known && param->which >= SERVER_BITS;

		if (!param->known || asked->there[param->which] || (param->has_value && !wants_bits) ||
		    (param->has_value && bits_of(param) == 0) || (!param->has_value && param->which == SERVER_BITS)) {
			return false;
		}
		asked->there[param->which] = true;
		asked->valued[param->which] = param->has_value;
		asked->bits[param->which] = param->has_value ? bits_of(param) : 0;
	}
	return extension->deflate && !extension->too_many;
}

struct judgement {
	const struct wsc_deflate_policy *policy;
	struct wsc_deflate_terms terms;
	struct asked asked; /* by the offer that was taken */
};

static void judge(const struct extension *extension, void *arg)
{
	struct judgement *judgement = arg;
	const struct wsc_deflate_policy *policy = judgement->policy;
	struct wsc_deflate_terms *terms = &judgement->terms;
	struct asked asked;

	if (terms->agreed || !policy->enabled || !understand(extension, &asked) ||
	    (asked.there[SERVER_BITS] && asked.bits[SERVER_BITS] < policy->least_server_bits)) {
		return;
	}
	judgement->asked = asked;
	terms->agreed = true;
	terms->server_takeover = policy->server_context_takeover && !asked.there[SERVER_NO_TAKEOVER];
	terms->client_takeover = policy->client_context_takeover && !asked.there[CLIENT_NO_TAKEOVER];
	terms->server_bits = policy->server_max_window_bits;
	if (terms->server_bits < policy->least_server_bits) {
		terms->server_bits = policy->least_server_bits;
	}
	if (asked.there[SERVER_BITS] && asked.bits[SERVER_BITS] < terms->server_bits) {
		terms->server_bits = (uint8_t) asked.bits[SERVER_BITS];
	}
	terms->client_bits = 15;
	if (asked.there[CLIENT_BITS]) {
		terms->client_bits = policy->client_max_window_bits;
		if (asked.valued[CLIENT_BITS] && asked.bits[CLIENT_BITS] < terms->client_bits) {
			terms->client_bits = (uint8_t) asked.bits[CLIENT_BITS];
		}
	}
}

static struct judgement judge_all(const struct wsc_request *request, const struct wsc_deflate_policy *policy)
{
	struct judgement judgement = {.policy = policy};
	size_t length;
	char *joined = join(request, &length);

	if (joined != NULL) {
		ASSERT(read_list(joined, length, judge, &judgement));
		free(joined);
	}
	return judgement;
}

struct wsc_deflate_terms offers_judge(const struct wsc_request *request, const struct wsc_deflate_policy *policy)
{
	return judge_all(request, policy).terms;
}

/* ---- the answer --------------------------------------------------------------------- */

struct reply {
	size_t count;
	bool understood;
	struct asked said;
};

static void read_reply(const struct extension *extension, void *arg)
{
	struct reply *reply = arg;

	reply->count++;
	reply->understood = understand(extension, &reply->said);
}

bool offers_answer_fits(const struct wsc_request *request, const struct wsc_deflate_policy *policy, const char *line,
                        size_t length)
{
	static const char start[] = "Sec-WebSocket-Extensions: ";
	struct judgement judgement = judge_all(request, policy);
	const struct wsc_deflate_terms *terms = &judgement.terms;
	const struct asked *asked = &judgement.asked;
	struct reply reply = {0};
	const bool *there = reply.said.there;

	if (!terms->agreed) {
		return length == 0;
	}
	if (length < strlen(start) + 2 || memcmp(line, start, strlen(start)) != 0 ||
	    memcmp(line + length - 2, "\r\n", 2) != 0 ||
	    !read_list(line + strlen(start), length - strlen(start) - 2, read_reply, &reply) || reply.count != 1 ||
	    !reply.understood) {
		return false;
	}
	/* RFC 7692 7.1.1.1: what was asked for is said again; 7.1.2.1, 7.1.2.2. */
	return there[SERVER_NO_TAKEOVER] == !terms->server_takeover &&
	       there[CLIENT_NO_TAKEOVER] == !terms->client_takeover && (!asked->there[SERVER_BITS] || there[SERVER_BITS]) &&
	       (there[SERVER_BITS] ? reply.said.bits[SERVER_BITS] : 15) == terms->server_bits &&
	       (!there[CLIENT_BITS] || (asked->there[CLIENT_BITS] && reply.said.valued[CLIENT_BITS])) &&
	       (there[CLIENT_BITS] ? reply.said.bits[CLIENT_BITS] : 15) == terms->client_bits;
}
