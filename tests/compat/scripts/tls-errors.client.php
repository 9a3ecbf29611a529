<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->tls();
    $talk->out('RuntimeException');
};
