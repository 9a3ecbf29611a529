/* SPDX-License-Identifier: MIT
 *
 * The options user and group. A server that was started as root to have a port below
 * 1024 and to read the key of its certificate needs neither once it listens: run()
 * then makes another user of the whole process, and refuses to go on if it could go
 * back. All is looked up and judged by factory(), so that run() has nothing to find
 * out. Called by text_options.c, loop.c and listen.c.
 */
#include "privileges.h"

#ifndef PHP_WIN32

#include "server.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

/* ---- who is meant ------------------------------------------------------------------- */

static bool number_of(const zend_string *text, unsigned *number)
{
	zend_long value;
	double ignored;

	/* The greatest one means "none" to the system's calls. */
	if (is_numeric_string(ZSTR_VAL(text), ZSTR_LEN(text), &value, &ignored, false) != IS_LONG || value < 0 ||
	    value >= UINT32_MAX) {
		return false;
	}
	*number = (unsigned) value;
	return true;
}

static bool find_user(struct wschat_privileges *privileges, const zend_string *user, bool *has_group)
{
	const struct passwd *entry = getpwnam(ZSTR_VAL(user));

	if (!entry && number_of(user, &privileges->uid)) {
		entry = getpwuid(privileges->uid);
	} else if (!entry) {
		return false;
	}
	*has_group = entry != NULL;
	if (entry) {
		privileges->uid = entry->pw_uid;
		privileges->gid = entry->pw_gid;
		privileges->name = zend_string_init(entry->pw_name, strlen(entry->pw_name), false);
	}
	return true;
}

static bool find_group(struct wschat_privileges *privileges, const zend_string *group)
{
	const struct group *entry = getgrnam(ZSTR_VAL(group));

	if (entry) {
		privileges->gid = entry->gr_gid;
	}
	return entry || number_of(group, &privileges->gid);
}

/* Is the process that already, in every respect that matters? */
static bool is_dropped(const struct wschat_privileges *privileges)
{
	return getuid() == privileges->uid && geteuid() == privileges->uid && getgid() == privileges->gid &&
	       getegid() == privileges->gid;
}

static bool find_both(struct wschat_privileges *privileges, const zend_string *user, const zend_string *group,
                      uint32_t argument)
{
	bool has_group;

	if (!find_user(privileges, user, &has_group)) {
		zend_argument_value_error(argument, "option \"user\" must be a user of this system or a number, \"%s\" given",
		                          ZSTR_VAL(user));
		return false;
	}
	if (ZSTR_LEN(group) == 0 && !has_group) {
		zend_argument_value_error(argument,
		                          "option \"user\" is %s, which this system has no entry for: give \"group\", too",
		                          ZSTR_VAL(user));
		return false;
	}
	if (ZSTR_LEN(group) > 0 && !find_group(privileges, group)) {
		zend_argument_value_error(argument, "option \"group\" must be a group of this system or a number, \"%s\" given",
		                          ZSTR_VAL(group));
		return false;
	}
	return true;
}

bool wschat_privileges_parse(struct wschat_privileges *privileges, zend_string *user, zend_string *group,
                             uint32_t argument)
{
	memset(privileges, 0, sizeof *privileges);
	if (ZSTR_LEN(user) == 0 && ZSTR_LEN(group) == 0) {
		return true;
	}
	if (ZSTR_LEN(user) == 0) {
		zend_argument_value_error(argument, "option \"group\" needs \"user\": root with another group is root still");
		return false;
	}
	if (!find_both(privileges, user, group, argument)) {
		wschat_privileges_dtor(privileges);
		return false;
	}
	if (!is_dropped(privileges) && geteuid() != 0) {
		zend_throw_exception_ex(spl_ce_RuntimeException, EPERM,
		                        "Option \"user\" needs root, and this process is user %u: start it as root, or as %s "
		                        "and without the option",
		                        (unsigned) geteuid(), ZSTR_VAL(user));
		wschat_privileges_dtor(privileges);
		return false;
	}
	privileges->wanted = true;
	return true;
}

void wschat_privileges_copy(struct wschat_privileges *to, const struct wschat_privileges *from)
{
	*to = *from;
	if (to->name) {
		zend_string_addref(to->name);
	}
}

void wschat_privileges_dtor(struct wschat_privileges *privileges)
{
	if (privileges->name) {
		zend_string_release(privileges->name);
	}
	memset(privileges, 0, sizeof *privileges);
}

/* ---- becoming it -------------------------------------------------------------------- */

/* The call that has failed, or NULL. Groups first: who is no longer root may not. */
static const char *become(const struct wschat_privileges *privileges)
{
	gid_t group = privileges->gid;

	if (privileges->name ? initgroups(ZSTR_VAL(privileges->name), group) : setgroups(1, &group)) {
		return privileges->name ? "initgroups" : "setgroups";
	}
	if (setgid(group)) {
		return "setgid";
	}
	return setuid(privileges->uid) ? "setuid" : NULL;
}

/* setuid() of root takes the saved ids along, and a system that does not is no good. */
static bool can_go_back(const struct wschat_privileges *privileges)
{
	return privileges->uid != 0 && (setuid(0) == 0 || seteuid(0) == 0 || getuid() == 0 || geteuid() == 0);
}

static bool drop(const struct wschat_privileges *privileges)
{
	const char *failed;

	if (is_dropped(privileges)) {
		return true;
	}
	failed = become(privileges);
	if (failed) {
		zend_throw_exception_ex(spl_ce_RuntimeException, errno, "Cannot become user %u and group %u: %s: %s",
		                        privileges->uid, privileges->gid, failed, strerror(errno));
		return false;
	}
	if (!is_dropped(privileges) || can_go_back(privileges)) {
		zend_throw_exception_ex(spl_ce_RuntimeException, 0,
		                        "Cannot become user %u for good: the process could be root again", privileges->uid);
		return false;
	}
	return true;
}

/* One process has one user. */
static bool agree(const struct wschat_privileges *a, const struct wschat_privileges *b)
{
	if (a->uid == b->uid && a->gid == b->gid) {
		return true;
	}
	zend_throw_exception_ex(spl_ce_RuntimeException, 0,
	                        "Options \"user\" and \"group\" of two servers differ (%u:%u and %u:%u): a process has one "
	                        "user",
	                        a->uid, a->gid, b->uid, b->gid);
	return false;
}

bool wschat_privileges_drop(void)
{
	const struct wschat_privileges *wanted = NULL;
	const struct wschat_server *server;

	if (!WSCHAT_G(servers)) {
		return true;
	}
	ZEND_HASH_FOREACH_PTR(WSCHAT_G(servers), server) {
		if (!server->privileges.wanted) {
			continue;
		}
		if (wanted && !agree(wanted, &server->privileges)) {
			return false;
		}
		wanted = &server->privileges;
	}
	ZEND_HASH_FOREACH_END();
	return !wanted || drop(wanted);
}

#endif
