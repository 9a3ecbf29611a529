/* SPDX-License-Identifier: MIT
 *
 * Patterns of paths and hosts to regular expressions, by the rules of Symfony's
 * routes. It refuses names that PCRE cannot take, names that come twice, and
 * UTF-8 without the option utf8. Called by the matcher, once for a route.
 */
#include "routing.h"

#include "regex.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/html.h"

#define SEPARATORS "/,;.:-_~*+@|"
#define NAME_MAX_LENGTH 32 /* PCRE's limit for the name of a group */

struct token {
	const char *text; /* literal text, or the name of a placeholder  */
	size_t length;
	zend_string *regex; /* of a placeholder, owned; NULL: literal text */
	char separator;     /* in front of it and part of it; '\0': none   */
	bool important;
};

struct compiler {
	zend_object *route;
	zend_string *pattern;
	bool is_host;
	bool utf8;    /* the option                               */
	bool is_utf8; /* all that was looked at so far is UTF-8   */
	struct token *tokens;
	size_t count;
};

/* ---- placeholders ------------------------------------------------------------------ */

bool wschat_placeholder_letter(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
	       (unsigned char) c >= 0x80;
}

bool wschat_placeholder_find(const char *at, const char *end, struct wschat_placeholder *placeholder)
{
	for (; at < end; at++) {
		const char *name = at + 1, *stop;

		if (*at != '{') {
			continue;
		}
		placeholder->important = name < end && *name == '!';
		name += placeholder->important;
		for (stop = name; stop < end && wschat_placeholder_letter(*stop); stop++) {
		}
		if (stop > name && stop < end && *stop == '}') {
			placeholder->start = at;
			placeholder->end = stop + 1;
			placeholder->name = name;
			placeholder->length = (size_t) (stop - name);
			return true;
		}
	}
	return false;
}

/* Does a path end in a plain placeholder, a slash behind it or not? */
static bool is_open_ended(const zend_string *path)
{
	const char *start = ZSTR_VAL(path), *at = start + ZSTR_LEN(path);
	const char *name_end;

	if (at > start && at[-1] == '/') {
		at--;
	}
	if (at == start || *--at != '}') {
		return false;
	}
	for (name_end = at; at > start && wschat_placeholder_letter(at[-1]); at--) {
	}
	return at < name_end && at > start && at[-1] == '{';
}

static bool is_separator(char c)
{
	return c && strchr(SEPARATORS, c);
}

/* ---- what a placeholder stands for --------------------------------------------------- */

static bool is_utf8(const zend_string *text)
{
	zend_result status = SUCCESS;
	size_t at = 0;

	while (at < ZSTR_LEN(text) && status == SUCCESS) {
		php_next_utf8_char((const unsigned char *) ZSTR_VAL(text), ZSTR_LEN(text), &at, &status);
	}
	return status == SUCCESS;
}

static bool has_high_bytes(const zend_string *text)
{
	size_t i;

	for (i = 0; i < ZSTR_LEN(text); i++) {
		if ((unsigned char) ZSTR_VAL(text)[i] >= 0x80) {
			return true;
		}
	}
	return false;
}

/* Does an expression speak of more than bytes: \X, \pL, \x{100}? */
static bool wants_utf8(const zend_string *regex)
{
	const char *at = ZSTR_VAL(regex), *end = at + ZSTR_LEN(regex);

	for (; at < end; at++) {
		if ((unsigned char) *at >= 0x80) {
			return true;
		}
		if (*at != '\\') {
			continue;
		}
		at++; /* the byte that is escaped, or the NUL at the end */
		if (*at == 'X' || ((*at == 'p' || *at == 'P') && at[1] && strchr("{CLMNPSZ", at[1])) ||
		    (*at == 'x' && at[1] == '{' && strspn(at + 2, "0123456789ABCDEFabcdef") >= 3)) {
			return true;
		}
	}
	return false;
}

/* Groups of a requirement must not count: (a|b) becomes (?:a|b). */
static zend_string *without_groups(const zend_string *regex)
{
	const char *at = ZSTR_VAL(regex), *end = at + ZSTR_LEN(regex);
	smart_str out = {0};

	for (; at < end; at++) {
		smart_str_appendc(&out, *at);
		if (*at == '\\' && at + 1 < end) {
			smart_str_appendc(&out, *++at);
		} else if (*at == '(' && at + 2 < end && at[1] != '*' && at[1] != '?') {
			smart_str_appendl(&out, "?:", 2);
		}
	}
	return smart_str_extract(&out);
}

/* Without a requirement: everything but the separator of the pattern and the
 * one that follows, so that /{page}.{format} is cut where it looks as if. */
static zend_string *default_regex(const struct compiler *compiler, const char *rest)
{
	const char *end = ZSTR_VAL(compiler->pattern) + ZSTR_LEN(compiler->pattern), *next = rest;
	struct wschat_placeholder placeholder;
	char own = compiler->is_host ? '.' : '/', following = '\0';
	bool adjacent = false;
	smart_str out = {0};

	/* The next literal byte; {!name} counts as such. */
	while (wschat_placeholder_find(next, end, &placeholder) && placeholder.start == next && !placeholder.important) {
		next = placeholder.end;
		adjacent = true;
	}
	if (next < end && is_separator(*next)) {
		following = *next;
	}
	smart_str_appendl(&out, "[^", 2);
	wschat_regex_quote(&out, &own, 1);
	if (following && following != own) {
		wschat_regex_quote(&out, &following, 1);
	}
	smart_str_appendl(&out, "]+", 2);
	if (rest == end || (following && !adjacent)) {
		smart_str_appendc(&out, '+'); /* possessive: nothing to win by giving back */
	}
	return smart_str_extract(&out);
}

/* NULL: exception. */
static zend_string *regex_of(struct compiler *compiler, const struct wschat_placeholder *placeholder)
{
	HashTable *requirements = wschat_slot_array(compiler->route, WSCHAT_ROUTE_REQUIREMENTS);
	zval *requirement = zend_symtable_str_find(requirements, placeholder->name, placeholder->length);
	int length = (int) placeholder->length;

	if (!requirement) {
		return default_regex(compiler, placeholder->end);
	}
	if (!is_utf8(Z_STR_P(requirement))) {
		compiler->is_utf8 = false;
	} else if (!compiler->utf8 && wants_utf8(Z_STR_P(requirement))) {
		zend_throw_exception_ex(
			spl_ce_LogicException, 0,
			"Cannot use UTF-8 route requirements without setting the \"utf8\" option for variable \"%.*s\" in pattern "
			"\"%s\".",
			length, placeholder->name, ZSTR_VAL(compiler->pattern));
		return NULL;
	}
	if (compiler->utf8 && !compiler->is_utf8) {
		zend_throw_exception_ex(
			spl_ce_LogicException, 0,
			"Cannot mix UTF-8 requirement with non-UTF-8 charset for variable \"%.*s\" in pattern \"%s\".", length,
			placeholder->name, ZSTR_VAL(compiler->pattern));
		return NULL;
	}
	return without_groups(Z_STR_P(requirement));
}

/* ---- the pattern in tokens ------------------------------------------------------------ */

static bool check_name(const struct compiler *compiler, const struct wschat_placeholder *placeholder)
{
	const char *pattern = ZSTR_VAL(compiler->pattern);
	int length = (int) placeholder->length;
	size_t i;

	if (*placeholder->name >= '0' && *placeholder->name <= '9') {
		zend_throw_exception_ex(spl_ce_DomainException, 0,
		                        "Variable name \"%.*s\" cannot start with a digit in route pattern \"%s\". Please use "
		                        "a different name.",
		                        length, placeholder->name, pattern);
		return false;
	}
	for (i = 0; i < compiler->count; i++) {
		const struct token *token = &compiler->tokens[i];

		if (token->regex && token->length == placeholder->length &&
		    memcmp(token->text, placeholder->name, token->length) == 0) {
			zend_throw_exception_ex(spl_ce_LogicException, 0,
			                        "Route pattern \"%s\" cannot reference variable name \"%.*s\" more than once.",
			                        pattern, length, placeholder->name);
			return false;
		}
	}
	if (placeholder->length > NAME_MAX_LENGTH) {
		zend_throw_exception_ex(spl_ce_DomainException, 0,
		                        "Variable name \"%.*s\" cannot be longer than %d characters in route pattern \"%s\". "
		                        "Please use a shorter name.",
		                        length, placeholder->name, NAME_MAX_LENGTH, pattern);
		return false;
	}
	if (placeholder->length == strlen("_fragment") &&
	    memcmp(placeholder->name, "_fragment", placeholder->length) == 0) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "Route pattern \"%s\" cannot contain \"_fragment\" as a path parameter.", pattern);
		return false;
	}
	return true;
}

static void add_text(struct compiler *compiler, const char *start, const char *end)
{
	if (end > start) {
		compiler->tokens[compiler->count++] = (struct token){.text = start, .length = (size_t) (end - start)};
	}
}

static bool tokenize(struct compiler *compiler)
{
	const char *at = ZSTR_VAL(compiler->pattern), *end = at + ZSTR_LEN(compiler->pattern);
	struct wschat_placeholder placeholder;

	while (wschat_placeholder_find(at, end, &placeholder)) {
		bool separated = placeholder.start > at && is_separator(placeholder.start[-1]);
		struct token token = {.text = placeholder.name,
		                      .length = placeholder.length,
		                      .separator = separated ? placeholder.start[-1] : '\0',
		                      .important = placeholder.important};

		if (!check_name(compiler, &placeholder)) {
			return false;
		}
		token.regex = regex_of(compiler, &placeholder);
		if (!token.regex) {
			return false;
		}
		add_text(compiler, at, placeholder.start - separated);
		compiler->tokens[compiler->count++] = token;
		at = placeholder.end;
	}
	add_text(compiler, at, end);
	return true;
}

/* ---- the expression ------------------------------------------------------------------- */

/* The placeholders at the end of a path that have defaults may be left out. */
static size_t first_optional(const struct compiler *compiler)
{
	HashTable *defaults = wschat_slot_array(compiler->route, WSCHAT_ROUTE_DEFAULTS);
	size_t first = compiler->count;

	while (!compiler->is_host && first > 0) {
		const struct token *token = &compiler->tokens[first - 1];

		if (!token->regex || token->important || !zend_symtable_str_exists(defaults, token->text, token->length)) {
			break;
		}
		first--;
	}
	return first;
}

static void append_group(smart_str *out, const struct token *token)
{
	if (token->separator) {
		wschat_regex_quote(out, &token->separator, 1);
	}
	smart_str_appendl(out, "(?P<", 4);
	smart_str_appendl(out, token->text, token->length);
	smart_str_appendc(out, '>');
	smart_str_append(out, token->regex);
	smart_str_appendc(out, ')');
}

static void append_tokens(smart_str *out, const struct compiler *compiler)
{
	size_t optional = first_optional(compiler), open = 0, i;

	for (i = 0; i < compiler->count; i++) {
		const struct token *token = &compiler->tokens[i];

		if (!token->regex) {
			wschat_regex_quote(out, token->text, token->length);
		} else if (i == 0 && optional == 0) {
			append_group(out, token); /* the separator is the path's slash and stays */
			smart_str_appendc(out, '?');
		} else {
			if (i >= optional) {
				smart_str_appendl(out, "(?:", 3);
				open++;
			}
			append_group(out, token);
		}
	}
	while (open-- > 0) {
		smart_str_appendl(out, ")?", 2);
	}
}

static zend_string *expression_of(struct compiler *compiler)
{
	smart_str out = {0};

	smart_str_appendl(&out, "{^", 2);
	append_tokens(&out, compiler);
	if (!compiler->is_host) {
		struct wschat_route *route = wschat_route_of(compiler->route);

		/* With and without the slash; the matcher decides. */
		route->slash = ZSTR_VAL(out.s)[ZSTR_LEN(out.s) - 1] == '/';
		ZSTR_LEN(out.s) -= route->slash;
		smart_str_appendl(&out, "/?", 2);
	}
	smart_str_appendl(&out, "$}sD", 4);
	if (compiler->is_host) {
		smart_str_appendc(&out, 'i');
	}
	if (compiler->utf8) {
		smart_str_appendc(&out, 'u');
	}
	return smart_str_extract(&out);
}

/* What every path begins with: the text up to the first placeholder, and the
 * separator of that unless it can be left out. */
static size_t prefix_length(const struct compiler *compiler)
{
	HashTable *defaults = wschat_slot_array(compiler->route, WSCHAT_ROUTE_DEFAULTS);
	const struct token *first = &compiler->tokens[0], *next = compiler->count > 1 ? first + 1 : NULL;
	size_t length = first->regex ? 0 : first->length;

	if (length > 0 && next && next->separator && next->separator != '/' &&
	    !zend_symtable_str_exists(defaults, next->text, next->length)) {
		return length + 1;
	}
	while (length > 0 && first->text[length - 1] == '/') {
		length--;
	}
	return length;
}

static void take_path(struct wschat_route *route, const struct compiler *compiler)
{
	size_t i;

	route->prefix = zend_string_init(compiler->tokens[0].text, prefix_length(compiler), false);
	route->open_ended = is_open_ended(compiler->pattern);
	route->variables = 0;
	for (i = 0; i < compiler->count; i++) {
		route->variables += compiler->tokens[i].regex != NULL;
	}
}

/* NULL: exception. */
static zend_string *compile(struct compiler *compiler)
{
	const char *at = ZSTR_VAL(compiler->pattern), *end = at + ZSTR_LEN(compiler->pattern);
	zend_string *regex = NULL;
	size_t braces = 0, i;

	compiler->is_utf8 = is_utf8(compiler->pattern);
	if (!compiler->utf8 && compiler->is_utf8 && has_high_bytes(compiler->pattern)) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "Cannot use UTF-8 route patterns without setting the \"utf8\" option for route \"%s\".",
		                        ZSTR_VAL(wschat_slot_string(compiler->route, WSCHAT_ROUTE_PATH)));
		return NULL;
	}
	if (compiler->utf8 && !compiler->is_utf8) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "Cannot mix UTF-8 requirements with non-UTF-8 pattern \"%s\".",
		                        ZSTR_VAL(compiler->pattern));
		return NULL;
	}
	for (; at < end; at++) {
		braces += *at == '{';
	}
	compiler->tokens = safe_emalloc(2 * braces + 1, sizeof *compiler->tokens, 0);
	if (tokenize(compiler)) {
		regex = expression_of(compiler);
		if (!compiler->is_host) {
			take_path(wschat_route_of(compiler->route), compiler);
		}
	}
	for (i = 0; i < compiler->count; i++) {
		if (compiler->tokens[i].regex) {
			zend_string_release(compiler->tokens[i].regex);
		}
	}
	efree(compiler->tokens);
	return regex;
}

bool wschat_route_compile(struct wschat_route *route)
{
	zend_object *object = &route->std;
	zval *utf8 = zend_hash_str_find(wschat_slot_array(object, WSCHAT_ROUTE_OPTIONS), ZEND_STRL("utf8"));
	struct compiler path = {.route = object,
	                        .pattern = wschat_slot_string(object, WSCHAT_ROUTE_PATH),
	                        .utf8 = utf8 && zend_is_true(utf8)};
	struct compiler host = {.route = object,
	                        .pattern = wschat_slot_string(object, WSCHAT_ROUTE_HOST),
	                        .is_host = true,
	                        .utf8 = path.utf8};

	if (ZSTR_LEN(host.pattern) > 0 && !route->host_regex) {
		route->host_regex = compile(&host);
		if (!route->host_regex) {
			return false;
		}
	}
	route->path_regex = compile(&path);
	return route->path_regex != NULL;
}
