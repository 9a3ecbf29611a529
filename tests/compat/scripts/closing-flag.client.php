<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->text('close')->frames()->eof();
    $talk->out('onClose true true');
    $talk->ws()->close()->eof();
    $talk->out('onClose true true');
    $talk->ws()->drop();
    $talk->out('onClose false');
};
