#ifndef CCORES_H
#define CCORES_H

/// How many cores the process was given; 0 where that is not known.
int ccores_given(void);

#endif
