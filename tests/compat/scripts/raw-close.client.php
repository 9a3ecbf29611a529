<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->send("go\n")->eof();
    $talk->out('onClose');
    $talk->connect()->send("say\n")->eof();
    $talk->out('onClose');
};
