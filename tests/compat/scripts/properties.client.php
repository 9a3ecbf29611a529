<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws();
    foreach (['undefined', 'string', 'clone', 'overwrite', 'increment'] as $what) {
        $a->text($what)->frames();
    }
    $a->close()->eof();
    $talk->out('my own');
};
