#ifndef CCORES_H
#define CCORES_H

/// How many cores the process was given; 0 where that is not known.
int ccores_given(void);

/// Has the core fetch what is at `place`, wherever that is, without waiting for it: it will be read soon.
static inline void ccores_fetch(const void *_Nullable place) { __builtin_prefetch(place); }

#endif
