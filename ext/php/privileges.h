/* SPDX-License-Identifier: MIT
 *
 * The options user and group: as whom the process goes on once it listens.
 */
#ifndef WSCHAT_PRIVILEGES_H
#define WSCHAT_PRIVILEGES_H

#include "php_wschat.h"

/* What the two options ask for. */
struct wschat_privileges {
	bool wanted;
	unsigned uid;
	unsigned gid;
	zend_string *name; /* of the user, for its further groups; NULL: a number nobody has. One reference */
};

/* Looks both up; either may be empty. false: a ValueError says which is nobody, or a
 * RuntimeException that the process may not become another one. */
bool wschat_privileges_parse(struct wschat_privileges *privileges, zend_string *user, zend_string *group,
                             uint32_t argument);
void wschat_privileges_copy(struct wschat_privileges *to, const struct wschat_privileges *from);
void wschat_privileges_dtor(struct wschat_privileges *privileges);

/* Becomes what the servers that listen have asked for, if the process is not that yet,
 * for good. false: a RuntimeException says why not. Runs no user code. */
bool wschat_privileges_drop(void);

#endif
